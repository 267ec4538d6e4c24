using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>
/// A coordinator says by when a published note must be looked at again: a law ends, a system changes.
/// </summary>
internal static partial class ReviewDate
{
    private static readonly Phrase Set = new("{0} is due for review on ", "{0} sera à relire le ");
    private static readonly Phrase Which = new(
        "There is no such published note, or that day is not ahead.", "Cette note publiée n’existe pas, ou ce jour est passé.");

    public static async Task<Outcome> SetAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var match = Words().Match(argument);
        var number = int.Parse(match.Groups["note"].ValueSpan, CultureInfo.InvariantCulture);
        var note = await turn.FindNoteAsync(number, cancel);
        if (note is not { IsPublished: true } || DayOf(match) is not { } day || day <= turn.Now)
        {
            return Outcome.Of(turn.Tell(Which));
        }

        // Whoever says how long it holds has read it.
        note.State = NoteState.Published;
        note.ReviewBy = day;
        turn.Revise(note, "dated");
        var words = new Text(new Plain(Set.In(turn.Language, note.Handle)), new Moment(day, DateOnly: true), new Plain("."));
        return Outcome.Of(turn.Tell(new Card(words.ToPlain(), new Paragraph(words))))
            .Raise(new NoteChanged(note, turn.Me.Member.Id, "updated"))
            .Wait(new After(Review.Timer, note.Id, day));
    }

    [GeneratedRegex(
        @"N(?<note>[0-9]{1,9})\s+(?:by|avant(?:\s+le)?)\s+(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static DateTimeOffset? DayOf(Match match) => DateTimeOffset.TryParseExact(
        match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
        ? day.ToUniversalTime()
        : null;
}
