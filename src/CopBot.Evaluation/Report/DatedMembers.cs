namespace CopBot.Evaluation.Report;

/// <summary>Who did something when, laid out day by day.</summary>
internal sealed class DatedMembers
{
    private readonly int[] _starts;
    private readonly (int Member, double Day)[] _all;

    private DatedMembers(int[] starts, (int, double)[] all) => (_starts, _all) = (starts, all);

    public static DatedMembers Of(IEnumerable<(int Member, double Day)> all)
    {
        var rows = all as IReadOnlyList<(int Member, double Day)> ?? [.. all];
        var last = 0.0;
        foreach (var (_, day) in rows) last = Math.Max(last, day);
        var starts = new int[(int)last + 2];
        foreach (var (_, day) in rows) starts[Bucket(day) + 1]++;
        for (var day = 0; day + 1 < starts.Length; day++) starts[day + 1] += starts[day];
        var (laid, next) = (new (int, double)[rows.Count], starts[..^1]);
        foreach (var row in rows) laid[next[Bucket(row.Day)]++] = row;
        return new(starts, laid);
    }

    /// <summary>
    /// From the day of a moment on, up to the day of another: whoever reads it leaves out what is earlier or later
    /// within those days. In no order within a day.
    /// </summary>
    public ReadOnlySpan<(int Member, double Day)> Around(double from, double end)
    {
        var (first, last) = (Math.Min(Bucket(from), _starts.Length - 1), Math.Min(Bucket(end) + 1, _starts.Length - 1));
        return _all.AsSpan(_starts[first].._starts[last]);
    }

    /// <summary>What was before the start stands with the first day.</summary>
    private static int Bucket(double day) => Math.Max(0, (int)day);
}
