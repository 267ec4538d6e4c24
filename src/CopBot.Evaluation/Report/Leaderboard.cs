using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>Who led when. Where no dates are known, who leads at the end led all along.</summary>
internal sealed class Leaderboard
{
    private readonly ILookup<int, Leading> _spans;

    public Leaderboard(History history)
    {
        IEnumerable<Leading> spans = history.Leaders.Count > 0 ? history.Leaders
            : history.Exchange.Members.Select((member, number) => (member, number))
                .Where(one => GiveAndTake.LeaderShare.Leads(one.member.Role))
                .Select(one => new Leading(one.number, double.NegativeInfinity, double.PositiveInfinity));
        _spans = spans.ToLookup(span => span.Member);
    }

    public IReadOnlyCollection<int> Ever => [.. _spans.Select(span => span.Key).Order()];

    public bool Led(int member, double day)
    {
        foreach (var span in _spans[member])
        {
            if (day >= span.From && day < span.To) return true;
        }

        return false;
    }
}
