using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Care;

/// <summary>All that a member says about being asked, in one form.</summary>
internal static class CareForm
{
    public const string Id = "care";

    private static readonly Phrase Title = new("When I may be asked", "Quand me solliciter");
    private static readonly Phrase Save = new("Save", "Enregistrer");
    private static readonly Phrase QuietLabel = new(
        "Quiet hours, by the clock of {0}", "Heures de silence, à l’heure de {0}");

    private static readonly Phrase CapLabel = new(
        "At most so many open questions a week", "Au plus autant de questions ouvertes par semaine");

    private static readonly Phrase AwayLabel = new("Away until", "Absent jusqu’au");
    private static readonly Phrase Saved = new("I keep to that.", "Je m’y tiendrai.");
    private static readonly Phrase Past = new(
        "I keep to that, but for the day: it must be ahead.", "Je m’y tiendrai, sauf pour la date : elle doit être à venir.");

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("quiet", "")
        {
            Required = false, MaxLength = 20, Hint = "18:00-08:00",
            Pattern = "([01]?[0-9]|2[0-4]):[0-5][0-9]-([01]?[0-9]|2[0-4]):[0-5][0-9]",
        },
        new("cap", "") { MaxLength = 2, Hint = "5", Pattern = "[0-9]{1,2}" },
        new("away", "") { Required = false, MaxLength = 10, Hint = "2027-01-31", Pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}" },
    ];

    public static Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var (me, language) = (turn.Me.Member, turn.Language);
        var quiet = me is { QuietFrom: { } from, QuietTo: { } to }
            ? $"{WorkingTime.Clock(from)}-{WorkingTime.Clock(to)}"
            : null;
        var away = me.AwayUntil is { } day && day != Availability.Indefinitely && day > turn.Now
            ? WorkingTime.In(day, turn.Community.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        return Task.FromResult<FormOffer>(new Form(Id, null, Title.In(language), Save.In(language),
        [
            Fields[0] with { Label = QuietLabel.In(language, turn.Community.TimeZone), Initial = quiet },
            Fields[1] with { Label = CapLabel.In(language), Initial = $"{me.WeeklyCap}" },
            Fields[2] with { Label = AwayLabel.In(language), Initial = away },
        ]));
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var (quiet, cap, away) = (Said(sent, "quiet"), Said(sent, "cap"), Said(sent, "away"));
        var hours = quiet.Length == 0 ? "off" : quiet;
        var heard = QuietHours.Handle(turn, hours);
        if (!QuietHours.IsReadable(hours)) return heard;
        WeeklyCap.Handle(turn, cap);
        var until = away.Length == 0 ? null : Until.Read(away, turn.Now, turn.Community.TimeZone);
        var misread = away.Length > 0 && until is null;
        if (!misread && (until is not null || me.AwayUntil != Availability.Indefinitely)) me.AwayUntil = until;
        var outcome = Outcome.Of(turn.Tell(misread ? Past : Saved)).Raise(new ProfileChanged(me));
        if (until is not null) await Waiting.ReleaseAsync(turn, me.Id, outcome, cancel);
        return outcome;
    }

    private static string Said(FormIntent sent, string field) => sent.Values.GetValueOrDefault(field, "").Trim();
}
