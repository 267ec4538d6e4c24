using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Report;

/// <summary>Who and what: how many, since when, with what gaps, with whose consent.</summary>
internal static class WhoSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var members = facts.Exchange.Members;
        var now = members.Count(member => !(member.Left <= facts.History.End));
        var agreed = facts.History.AgreedToResearch;
        yield return new("members-ever", members.Count);
        yield return new("members-now", now);
        yield return new("days-observed", Math.Round(facts.History.End, 1));
        yield return new("months-complete", facts.Months.Count);
        yield return new("days-in-gaps", Math.Round(facts.History.Gaps.Sum(gap => gap.To - gap.From), 1), N: facts.History.Gaps.Count);
        yield return Figure.Of("consent-to-research", new Proportion(
            Enumerable.Range(0, members.Count).Count(m =>
                m < agreed.Count && agreed[m] && !(members[m].Left <= facts.History.End)), now));
        yield return new("questions", facts.Exchange.Questions.Count);
        yield return new("answers", facts.Exchange.Answers.Count);
        yield return new("self-answers", facts.Exchange.SelfAnswers);
    }
}
