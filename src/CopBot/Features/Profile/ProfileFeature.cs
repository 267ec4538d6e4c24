using CopBot.Pipeline;

namespace CopBot.Features.Profile;

/// <summary>How a member appears to others, and in which language the bot speaks to them.</summary>
internal static class ProfileFeature
{
    public static Feature Declaration { get; } = new("Profile")
    {
        Verbs =
        [
            new Verb("profile", new(
                "profile – your organisation and country, as others see them",
                "profil – votre organisation et votre pays, tels que les autres les voient"))
            {
                Aliases = ["profil"],
                Argument = ChangeProfile.Words(),
                Where = Where.Anywhere,
                Handle = ChangeProfile.ByWordsAsync,
            },
            new Verb("language", new("language <en|fr> – how I speak to you", "langue <en|fr> – comment je vous parle"))
            {
                Aliases = ["langue"],
                Argument = ChangeLanguage.Words(),
                Where = Where.Anywhere,
                Handle = ChangeLanguage.HandleAsync,
            },
        ],
        Actions =
        [
            new ActionDeclaration(ChangeProfile.FormId) { Open = ChangeProfile.OpenAsync },
            new ActionDeclaration("language")
            {
                Handle = (turn, press, _) => Task.FromResult(ChangeLanguage.Choose(turn, press.Argument)),
            },
        ],
        Forms =
        [
            new FormDeclaration(ChangeProfile.FormId, [ChangeProfile.Organisation, ChangeProfile.Country])
            {
                Handle = ChangeProfile.SubmitAsync,
            },
        ],
    };
}
