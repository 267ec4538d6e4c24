using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Value;

namespace CopBot.Evaluation.Report;

/// <summary>What value came of it: from what was asked to what was used.</summary>
internal static class ValueSection
{
    /// <summary>Younger notes may just not have been found yet, days.</summary>
    private const double OldEnough = 30;

    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var (answering, history) = (facts.Answering, facts.History);
        yield return new("funnel-asked", answering.Answered.Cases);
        yield return new("funnel-answered", answering.Answered.Hits, N: answering.Answered.Cases);
        yield return new("funnel-accepted", answering.Accepted.Hits, N: answering.Answered.Hits);
        var followUps = new FollowUps(
            history.FollowUps.Count, history.FollowUps.Count(one => one.Outcome is not null),
            history.FollowUps.Count(one => one.Outcome is "Yes" or "Adapted"));
        yield return new("funnel-followed-up", followUps.Sent, N: answering.Accepted.Hits);
        yield return new("funnel-replied", followUps.Replied, N: followUps.Sent);
        yield return new("funnel-used", followUps.Used, N: followUps.Replied);
        yield return Figure.Of("used-of-replies", followUps.AmongReplies);
        yield return new("used-bounds", followUps.Bounds?.Low, followUps.Bounds?.Low, followUps.Bounds?.High, followUps.Sent);
        yield return Figure.Of("solved-at-once", new Proportion(history.Suggestions.Solved, history.Suggestions.Shown));
        var old = history.Notes
            .Where(note => note.Published is { } published && history.End - published >= OldEnough).ToList();
        yield return Figure.Of("notes-reused", new Proportion(old.Count(note => note.Reuses > 0), old.Count));
    }
}
