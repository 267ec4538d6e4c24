using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>Who was core, active, peripheral or dormant at the end of each month, by the three months up to it.</summary>
internal sealed class MonthlyStandings
{
    private const int Stretch = 3;
    private const double Quarter = 90;

    private readonly ReportFacts _facts;
    private readonly Trace[] _contributions;
    private readonly Trace[] _traces;

    public MonthlyStandings(ReportFacts facts)
    {
        _facts = facts;
        _contributions = Sorted(Contributions.Of(facts.Exchange).Select(one => new Trace(one.Member, one.Day)));
        _traces = Sorted(facts.History.Traces);
        Now = At(facts.History.End);
        Moves = Trajectories.Of([.. Enumerable.Range(0, facts.Months.Count)
            .Select(month => At(facts.Months.Calendar.StartOf(month + 1)))]);
    }

    /// <summary>Of each member at the end of the report; null for who left or had not joined.</summary>
    public IReadOnlyList<Standing?> Now { get; }

    /// <summary>From month to month.</summary>
    public Trajectories Moves { get; }

    private Standing?[] At(double end)
    {
        var members = _facts.Exchange.Members;
        var (last, from) = (_facts.Months.Calendar.MonthOf(end - 1e-9), end - Quarter);
        var (weeks, anybody, traces) = (new int[members.Count], new HashSet<int>(), new int[members.Count]);
        var seen = new HashSet<long>();
        foreach (var (member, day) in Within(_contributions, from, end))
        {
            var week = (int)((day - from) / 7);
            anybody.Add(week);
            if (seen.Add(((long)member << 8) | (uint)week)) weeks[member]++;
        }

        foreach (var (member, _) in Within(_traces, from, end)) traces[member]++;
        var activity = new MemberActivity[members.Count];
        for (var member = 0; member < members.Count; member++)
        {
            var (months, contributions) = (0, 0);
            foreach (var (month, count) in _facts.Activity.Of(member))
            {
                if (month > last || month <= last - Stretch) continue;
                months++;
                contributions += count;
            }

            activity[member] = new(weeks[member], months, contributions, contributions + traces[member]);
        }

        var standings = Standings.Of(activity, anybody.Count);
        return [.. standings.Select((standing, member) =>
            members[member].Joined < end && !(members[member].Left < end) ? (Standing?)standing : null)];
    }

    private static Trace[] Sorted(IEnumerable<Trace> traces)
    {
        var all = traces.ToArray();
        Array.Sort(all, (one, other) => one.Day.CompareTo(other.Day));
        return all;
    }

    private static ReadOnlySpan<Trace> Within(Trace[] sorted, double from, double end) =>
        sorted.AsSpan(FirstAt(sorted, from)..FirstAt(sorted, end));

    private static int FirstAt(Trace[] sorted, double day)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Day < day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
