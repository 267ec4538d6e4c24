using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>For each member the months in which they contributed, and how much, laid out one after the other.</summary>
internal sealed class MonthlyActivity
{
    private readonly int[] _starts;
    private readonly (int Month, int Count)[] _months;

    public MonthlyActivity(History history, Calendar calendar)
    {
        var (members, begun) = (history.Exchange.Members.Count, calendar.Begun);
        var keys = Contributions.Of(history.Exchange)
            .Select(one => ((long)one.Member * begun) + calendar.MonthOf(one.Day)).ToArray();
        Array.Sort(keys);
        var (starts, months, previous) = (new int[members + 1], new List<(int, int)>(), -1L);
        foreach (var key in keys)
        {
            if (key == previous)
            {
                months[^1] = (months[^1].Item1, months[^1].Item2 + 1);
                continue;
            }

            previous = key;
            months.Add(((int)(key % begun), 1));
            starts[(key / begun) + 1]++;
        }

        for (var member = 0; member < members; member++) starts[member + 1] += starts[member];
        (_starts, _months) = (starts, [.. months]);
    }

    /// <summary>The months of a member, rising, with the number of contributions.</summary>
    public ReadOnlySpan<(int Month, int Count)> Of(int member) => _months.AsSpan(_starts[member].._starts[member + 1]);
}
