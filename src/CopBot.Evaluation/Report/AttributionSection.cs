using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Value;

namespace CopBot.Evaluation.Report;

/// <summary>
/// Was it the community? Stories by how well each is supported, what would have been without it, and what else
/// happened.
/// </summary>
internal static class AttributionSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var stories = facts.History.Stories;
        yield return new("stories", stories.Count);
        foreach (var grade in Enum.GetValues<EvidenceGrade>().OrderDescending())
        {
            var graded = stories.Count(story => !story.Disputed && story.Chain.Grade == grade);
            yield return new($"stories-grade-{grade.ToString().ToLowerInvariant()}", graded, N: stories.Count);
        }

        yield return new("stories-disputed", stories.Count(story => story.Disputed), N: stories.Count);
        yield return new(
            "stories-complete", stories.Count == 0 ? null : stories.Average(story => story.Chain.Completeness), N: stories.Count);
        var said = stories.Where(story => story.Otherwise != "unknown").ToList();
        yield return Figure.Of("without-it-not", new Proportion(said.Count(story => story.Otherwise == "not"), said.Count));
        yield return Figure.Of("without-it-later", new Proportion(said.Count(story => story.Otherwise == "later"), said.Count));
        yield return Figure.Of("without-it-same", new Proportion(said.Count(story => story.Otherwise == "same"), said.Count));
        yield return new(
            "rival-explanations",
            facts.History.Annotations.Count(one => one.Kind is "external_event" or "leadership_change" or "platform_change"));
        yield return new("meetings-held", facts.History.Annotations.Count(one => one.Kind == "meeting"));
    }
}
