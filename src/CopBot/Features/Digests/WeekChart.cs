using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>
/// What was asked and answered day by day, by the community's clock; week by week over a longer while.
/// </summary>
internal static class WeekChart
{
    public const string Key = "chart";
    private const int MostDays = 10;

    private static readonly Phrase Title = new("Questions and answers", "Questions et réponses");
    private static readonly Phrase Questions = new("Questions", "Questions");
    private static readonly Phrase Answers = new("Answers", "Réponses");

    /// <returns>Null if nothing was asked or answered.</returns>
    public static async Task<BarChart?> OfAsync(Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        var asked = await turn.Db.Questions
            .Where(q => q.CommunityId == community && q.AskedAt >= period.From && q.AskedAt < period.To)
            .Select(q => q.AskedAt).ToListAsync(cancel);
        var said = await turn.Db.Contributions
            .Where(c => c.CommunityId == community && c.SaidAt >= period.From && c.SaidAt < period.To
                && c.Kind == ContributionKind.Answer && c.RemovedAt == null)
            .Select(c => c.SaidAt).ToListAsync(cancel);
        if (asked.Count + said.Count == 0) return null;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(turn.Community.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        var (first, last) = (DayOf(period.From), DayOf(period.To.AddTicks(-1)));
        var step = last.DayNumber - first.DayNumber < MostDays ? 1 : 7;
        var bars = ((last.DayNumber - first.DayNumber) / step) + 1;
        double[] Count(IEnumerable<DateTimeOffset> times)
        {
            var counts = new double[bars];
            foreach (var at in times) counts[(DayOf(at).DayNumber - first.DayNumber) / step]++;
            return counts;
        }

        var culture = CultureInfo.GetCultureInfo(language == Language.French ? "fr-FR" : "en-GB");
        return new(
            Title.In(language),
            [
                .. Enumerable.Range(0, bars).Select(
                    bar => first.AddDays(bar * step).ToString(step == 1 ? "ddd d" : "d MMM", culture)),
            ],
            [new(Questions.In(language), Count(asked)), new(Answers.In(language), Count(said))]);
    }
}
