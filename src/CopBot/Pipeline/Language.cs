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
}
