using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Profile;

/// <summary>A member's profile, shown to that member alone.</summary>
internal static class ProfileCard
{
    private static readonly Phrase Title = new("Your profile", "Votre profil");
    private static readonly Phrase Name = new("Name", "Nom");
    private static readonly Phrase Knows = new("Knows about", "Connaît");
    private static readonly Phrase Nothing = new("not said", "non renseigné");
    private static readonly Phrase Change = new("Change", "Modifier");
    private static readonly Phrase How = new(
        "Others see this beside your name, except where you ask anonymously. By words: “profile organisation Ministry of Finance”, “profile country Ghana”.",
        "Les autres voient ceci à côté de votre nom, sauf si vous demandez anonymement. Par écrit : « profil organisation Ministère des Finances », « profil pays Ghana ».");

    public static Phrase Organisation { get; } = new("Organisation", "Organisation");

    public static Phrase Country { get; } = new("Country", "Pays");

    public static Card Of(Member member, Language language)
    {
        var facts = new Facts(
        [
            new(Name.Label(language), member.Name),
            new(Organisation.Label(language), member.Organisation ?? Nothing.In(language)),
            new(Country.Label(language), member.Country ?? Nothing.In(language)),
            new(Knows.Label(language), member.Expertise.Count == 0
                ? Nothing.In(language)
                : string.Join(", ", member.Expertise.Select(e => e.Topic))),
        ]);
        var summary = string.Join("; ", facts.Items.Select(fact => $"{fact.Label}: {fact.Value.ToPlain()}"));
        return new Card(
            $"{Title.In(language)}. {summary}", new Heading(Title.In(language)), facts, new Aside(How.In(language)))
        {
            Actions =
            [
                new(ChangeProfile.FormId, Change.In(language), null, "profile organisation …") { OpensForm = true },
            ],
        };
    }
}
