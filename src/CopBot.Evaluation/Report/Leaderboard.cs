using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>Who led when. Where no dates are known, who leads at the end led all along.</summary>
internal sealed class Leaderboard
{
    private readonly List<Leading>?[] _spans;

    public Leaderboard(History history)
    {
        _spans = new List<Leading>?[history.Exchange.Members.Count];
        IEnumerable<Leading> spans = history.Leaders.Count > 0 ? history.Leaders
            : history.Exchange.Members.Select((member, number) => (member, number))
                .Where(one => GiveAndTake.LeaderShare.Leads(one.member.Role))
                .Select(one => new Leading(one.number, double.NegativeInfinity, double.PositiveInfinity));
        foreach (var span in spans) (_spans[span.Member] ??= []).Add(span);
        Ever = [.. Enumerable.Range(0, _spans.Length).Where(member => _spans[member] is not null)];
    }

    public IReadOnlyCollection<int> Ever { get; }

    public bool Led(int member, double day) =>
        _spans[member] is { } spans && spans.Exists(span => day >= span.From && day < span.To);
}
