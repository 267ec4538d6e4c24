using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Home;

/// <summary>How the bot treats a person, with the buttons to change it.</summary>
internal static class SettingsCard
{
    private static readonly Phrase Title = new("Settings", "Réglages");
    private static readonly Phrase LanguageLabel = new("Language", "Langue");
    private static readonly Phrase LanguageName = new("English", "français");
    private static readonly Phrase OtherLanguage = new("Parler français", "Speak English");
    private static readonly Phrase Knows = new("You know about", "Vous connaissez");
    private static readonly Phrase NotSaid = new("not said", "non renseigné");
    private static readonly Phrase AwayLabel = new("Away", "Absent");
    private static readonly Phrase No = new("no", "non");
    private static readonly Phrase UntilBack = new("until you are back", "jusqu’à votre retour");
    private static readonly Phrase QuietLabel = new("Quiet hours", "Heures de silence");
    private static readonly Phrase CapLabel = new("Open questions a week, at most", "Questions ouvertes par semaine, au plus");
    private static readonly Phrase CareButton = new("When I may be asked", "Quand me solliciter");
    private static readonly Phrase GoAway = new("I am away", "Je suis absent");
    private static readonly Phrase ComeBack = new("I am back", "Je suis de retour");
    private static readonly Phrase ProfileButton = new("Profile", "Profil");
    private static readonly Phrase PrivacyButton = new("Privacy", "Vie privée");

    public static Card Of(Turn turn)
    {
        var (me, language) = (turn.Me.Member, turn.Language);
        var facts = new Facts(
        [
            new(LanguageLabel.Label(language), LanguageName.In(language)),
            new(Knows.Label(language), me.Expertise.Count == 0
                ? NotSaid.In(language)
                : string.Join(", ", me.Expertise.Select(e => e.Topic))),
            new(AwayLabel.Label(language), AwayText(me, turn.Now, language)),
            new(QuietLabel.Label(language), me is { QuietFrom: { } from, QuietTo: { } to }
                ? $"{WorkingTime.Clock(from)} – {WorkingTime.Clock(to)} ({turn.Community.TimeZone})"
                : No.In(language)),
            new(CapLabel.Label(language), $"{me.WeeklyCap}"),
        ]);
        var title = Title.In(language);
        return new Card(title, new Heading(title), facts) { Actions = [.. ActionsOf(me, turn.Now, language)] };
    }

    private static Text AwayText(Member me, DateTimeOffset now, Language language)
    {
        if (!Availability.IsAway(me, now)) return No.In(language);
        return me.AwayUntil == Availability.Indefinitely
            ? UntilBack.In(language)
            : new Text(new Moment(me.AwayUntil!.Value, DateOnly: true));
    }

    private static IEnumerable<CardAction> ActionsOf(Member me, DateTimeOffset now, Language language)
    {
        yield return new("care", CareButton.In(language), null, "quiet …") { OpensForm = true };
        yield return Availability.IsAway(me, now)
            ? new("back", ComeBack.In(language), null, "back")
            : new("away", GoAway.In(language), null, "away");
        yield return new("profile", ProfileButton.In(language), null, "profile …") { OpensForm = true };
        yield return language == Language.French
            ? new("language", OtherLanguage.In(language), "en", "language en")
            : new("language", OtherLanguage.In(language), "fr", "langue fr");
        yield return new("privacy", PrivacyButton.In(language), null, "privacy");
    }
}
