using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Report;

/// <summary>
/// All that a report says of one community, before it is worded: the same log, parameters and version give the same
/// data.
/// </summary>
/// <param name="Start">Midnight, UTC, of the first day.</param>
/// <param name="End">The moment up to which the log was read, in days since then.</param>
/// <param name="Entries">How many entries the log had.</param>
/// <param name="Head">The head of the log.</param>
/// <param name="Figures">Every figure, by section.</param>
/// <param name="Months">Names of the months of <paramref name="Series"/>.</param>
/// <param name="Series">Values month by month.</param>
/// <param name="Curves">Shares that still wait.</param>
/// <param name="Tables">Counts of people, with what is hidden.</param>
/// <param name="Decisions">What the community decided, and what happened since.</param>
public sealed record ReportData(
    DateTimeOffset Start, double End, long Entries, string Head,
    IReadOnlyDictionary<string, IReadOnlyList<Figure>> Figures, IReadOnlyList<string> Months,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Series, IReadOnlyDictionary<string, SurvivalCurve> Curves,
    IReadOnlyDictionary<string, ReportTable> Tables, IReadOnlyList<Decision> Decisions)
{
    private static readonly (string Name, Func<ReportFacts, IEnumerable<Figure>> Of)[] Sections =
    [
        ("network", NetworkSection.Of), ("health", HealthSection.Of), ("give-and-take", GiveAndTakeSection.Of),
        ("expiry", ExpirySection.Of), ("who", WhoSection.Of), ("formalisation", FormalisationSection.Of),
        ("funding", FundingSection.Of), ("value", ValueSection.Of),
        ("attribution", AttributionSection.Of),
    ];

    private static Dictionary<string, IReadOnlyList<Figure>> FiguresOf(ReportFacts facts)
    {
        var figures = new IReadOnlyList<Figure>[Sections.Length];
        Parallel.For(0, Sections.Length, section => figures[section] = [.. Sections[section].Of(facts)]);
        return Sections.Zip(figures).ToDictionary(
            one => one.First.Name, one => one.Second, StringComparer.Ordinal);
    }

    /// <summary>One figure.</summary>
    public Figure? Find(string id) =>
        Figures.Values.SelectMany(section => section).FirstOrDefault(one => one.Id == id);

    /// <summary>Measures everything.</summary>
    /// <param name="history">What the log tells.</param>
    /// <param name="parameters">What the reader chose.</param>
    /// <param name="sister">What the log of a community tells that this one is held against; null without one.</param>
    public static ReportData Of(History history, ReportParameters? parameters = null, History? sister = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        var facts = new ReportFacts(history, parameters ?? new(), sister);
        var months = facts.Months;
        return new(
            history.Start, history.End, history.Entries, history.Head,
            FiguresOf(facts),
            [.. Enumerable.Range(0, months.Count).Select(months.Calendar.NameOf)],
            new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal)
            {
                ["active"] = months.Active, ["new-contributors"] = months.NewContributors, ["questions"] = months.Questions,
                ["answers"] = months.Answers, ["answered-in-week"] = months.AnsweredInWeek,
                ["leader-gives"] = months.LeaderGives, ["funding"] = months.Funding,
            },
            new Dictionary<string, SurvivalCurve>(StringComparer.Ordinal)
            {
                ["response"] = facts.Answering.Curve, ["first-contribution"] = facts.FirstContribution,
            },
            new Dictionary<string, ReportTable>(StringComparer.Ordinal)
            {
                ["standing-by-country"] = MemberTables.StandingByCountry(facts),
            },
            Decision.Of(facts));
    }
}

/// <summary>What whoever reads a report may choose.</summary>
/// <param name="LeastMembers">Fewer active members than these are no community any more.</param>
public sealed record ReportParameters(double LeastMembers = 10);
