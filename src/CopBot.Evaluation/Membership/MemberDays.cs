using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Membership;

/// <summary>The days on which each member contributed, in rising order, laid out one member after the other.</summary>
internal sealed class MemberDays
{
    private readonly int[] _starts;
    private readonly double[] _days;

    public MemberDays(Exchange exchange)
    {
        _starts = new int[exchange.Members.Count + 1];
        foreach (var (member, _) in Contributions.Of(exchange)) _starts[member + 1]++;
        for (var member = 0; member < exchange.Members.Count; member++) _starts[member + 1] += _starts[member];
        _days = new double[_starts[^1]];
        var next = _starts[..^1];
        foreach (var (member, day) in Contributions.Of(exchange)) _days[next[member]++] = day;
        for (var member = 0; member < exchange.Members.Count; member++)
        {
            _days.AsSpan(_starts[member].._starts[member + 1]).Sort();
        }
    }

    /// <summary>How many contributions there are in all.</summary>
    public int Count => _days.Length;

    public ReadOnlySpan<double> Of(int member) => _days.AsSpan(_starts[member].._starts[member + 1]);
}
