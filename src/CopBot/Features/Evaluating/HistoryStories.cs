using CopBot.Evaluation.Records;
using CopBot.Evaluation.Value;

namespace CopBot.Features.Evaluating;

/// <summary>What members told of what came of answers, and who confirmed it.</summary>
internal sealed class HistoryStories
{
    private readonly Dictionary<string, StorySeen> _stories = new(StringComparer.Ordinal);

    public void Add(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry["story_id"] is not { } id) return;
        if (entry.Type == "story.submitted")
        {
            _stories.TryAdd(id, new(at, entry["answer_id"] ?? "", entry["otherwise"] ?? "unknown")
            {
                Detailed = entry["detailed"] == "true", Evidence = entry["evidence"] == "true",
                Result = entry["cycles"]?.Contains("realized", StringComparison.Ordinal) == true,
            });
            return;
        }

        if (!_stories.TryGetValue(id, out var story)) return;
        if (entry.Type == "story.confirmed")
        {
            story.Confirmed = true;
            story.Independent |= entry["independent"] == "true";
        }

        if (entry.Type == "story.disputed") story.Disputed = true;
        if (entry.Type != "story.coded") return;
        (story.Examined, story.Refuted) = (true, entry["verdict"] == "fails");
    }

    /// <summary>Rows of them.</summary>
    /// <param name="day">Days since the start.</param>
    /// <param name="kept">Answers that became practice notes.</param>
    public IReadOnlyList<StoryRow> Rows(Func<DateTimeOffset, double> day, IReadOnlySet<string> kept) =>
    [
        .. _stories.Values.Select(one => new StoryRow(
            day(one.Told),
            new ContributionChain(
                Answered: true, kept.Contains(one.Answer), Applied: true, one.Result, one.Detailed, one.Evidence,
                one.Independent, one.Confirmed, one.Examined),
            one.Disputed || one.Refuted, one.Otherwise)),
    ];

    private sealed class StorySeen(DateTimeOffset told, string answer, string otherwise)
    {
        public DateTimeOffset Told => told;

        public string Answer => answer;

        public string Otherwise => otherwise;

        public bool Detailed { get; init; }

        public bool Evidence { get; init; }

        public bool Result { get; init; }

        public bool Confirmed { get; set; }

        public bool Independent { get; set; }

        public bool Examined { get; set; }

        /// <summary>Who examined it last found that something else explains it better.</summary>
        public bool Refuted { get; set; }

        public bool Disputed { get; set; }
    }
}
