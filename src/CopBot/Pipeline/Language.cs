using CopBot.Chat;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>The languages the bot speaks.</summary>
internal enum Language
{
    English,
    French,
}

internal static class Languages
{
    /// <summary>The language of a BCP 47 tag; English for what the bot does not speak.</summary>
    public static Language Of(string? tag) =>
        tag is not null && tag.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.French : Language.English;

    /// <summary>The language of somebody who is no member: as the platform says, or else the community's.</summary>
    public static Language Of(AccountInfo guest, Community? community) =>
        Of(guest.Language ?? community?.Languages.FirstOrDefault());
}
