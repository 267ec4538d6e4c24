using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Privacy;

namespace CopBot.Evaluation.Report;

/// <summary>A table of counts of people.</summary>
/// <param name="Rows">What each row is.</param>
/// <param name="Columns">What each column is.</param>
/// <param name="Counts">What may be shown; the last row and column are totals.</param>
public sealed record ReportTable(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, SuppressedTable Counts);

/// <summary>Tables of members.</summary>
internal static class MemberTables
{
    /// <summary>How near to the centre members of each country are. The smallest countries stand together.</summary>
    public static ReportTable StandingByCountry(ReportFacts facts)
    {
        const int most = 15;
        var members = facts.Exchange.Members.Select((member, number) => (Country: member.Country ?? "", Standing: facts.Standings.Now[number]))
            .Where(one => one.Standing is not null).ToList();
        var countries = members.GroupBy(one => one.Country, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key).ToList();
        var shown = countries.Take(most).ToList();
        var standings = Enum.GetValues<Standing>();
        var rows = countries.Count > most ? [.. shown, "…"] : shown;
        var counts = rows.Select(row => (IReadOnlyList<int>)[.. standings.Select(standing => members.Count(one =>
            one.Standing == standing && (one.Country == row || (row == "…" && !shown.Contains(one.Country)))))]).ToList();
        return new(rows, [.. standings.Select(standing => standing.ToString().ToLowerInvariant())],
            SuppressedTable.Of(counts));
    }
}
