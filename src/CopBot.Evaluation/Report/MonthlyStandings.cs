using System.Numerics;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>
/// Who was core, active, peripheral or dormant at the end of each month, by the three months up to it.
/// </summary>
internal sealed class MonthlyStandings
{
    private const int Stretch = 3;
    private const double Quarter = 90;

    private readonly double[] _joined;
    private readonly double[] _left;
    private readonly Calendar _calendar;
    private readonly MonthlyActivity _activity;
    private readonly DatedMembers _contributions;
    private readonly DatedMembers _traces;

    // Of the three months that are looked at: in which weeks each contributed, what else was seen of them, whose.
    private readonly uint[] _weeks;
    private readonly int[] _seen;
    private readonly List<int> _touched = [];

    public MonthlyStandings(History history, MonthlySeries months, MonthlyActivity activity)
    {
        (_calendar, _activity) = (months.Calendar, activity);
        _joined = [.. history.Exchange.Members.Select(member => member.Joined)];
        _left = [.. history.Exchange.Members.Select(member => member.Left ?? double.PositiveInfinity)];
        (_weeks, _seen) = (new uint[history.Exchange.Members.Count], new int[history.Exchange.Members.Count]);
        _contributions = DatedMembers.Of(Contributions.Of(history.Exchange));
        _traces = DatedMembers.Of(history.Traces.Select(trace => (trace.Member, trace.Day)));

        // Who joins with the last entry belongs to it.
        Now = At(Math.BitIncrement(history.End));
        Moves = Trajectories.Of(Enumerable.Range(1, months.Count).Select(month => At(_calendar.StartOf(month))));
    }

    /// <summary>Of each member at the end of the report; null for who left or had not joined.</summary>
    public IReadOnlyList<Standing?> Now { get; }

    /// <summary>From month to month.</summary>
    public Trajectories Moves { get; }

    private Standing?[] At(double end)
    {
        var (from, anybody) = (end - Quarter, 0u);
        foreach (var (member, day) in _contributions.Around(from, end))
        {
            if (day < from || day >= end) continue;
            Touch(member);
            var week = 1u << (int)((day - from) / 7);
            _weeks[member] |= week;
            anybody |= week;
        }

        foreach (var (member, day) in _traces.Around(from, end))
        {
            if (day < from || day >= end) continue;
            Touch(member);
            _seen[member]++;
        }

        var (activity, last) = (new MemberActivity[_touched.Count], _calendar.MonthOf(end - 1e-9));
        for (var place = 0; place < activity.Length; place++) activity[place] = Recent(_touched[place], last);
        var standings = new Standing?[_joined.Length];
        var found = Standings.Of(activity, BitOperations.PopCount(anybody));
        for (var place = 0; place < activity.Length; place++)
        {
            var member = _touched[place];
            standings[member] = found[place];
            (_weeks[member], _seen[member]) = (0, 0);
        }

        _touched.Clear();
        for (var member = 0; member < standings.Length; member++)
        {
            // Who left no trace is dormant.
            var belongs = _joined[member] < end && _left[member] >= end;
            standings[member] = belongs ? standings[member] ?? Standing.Dormant : null;
        }

        return standings;
    }

    private void Touch(int member)
    {
        if (_weeks[member] == 0 && _seen[member] == 0) _touched.Add(member);
    }

    private MemberActivity Recent(int member, int last)
    {
        var (months, contributions) = (0, 0);
        var all = _activity.Of(member);

        // Backwards: what is asked for lies near the end of a stretch that grows with each month.
        for (var place = all.Length - 1; place >= 0; place--)
        {
            var (month, count) = all[place];
            if (month > last) continue;
            if (month <= last - Stretch) break;
            months++;
            contributions += count;
        }

        return new(BitOperations.PopCount(_weeks[member]), months, contributions, contributions + _seen[member]);
    }
}
