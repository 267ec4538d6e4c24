namespace CopBot.Evaluation.Report;

/// <summary>What the community decided, and what happened to its active members since.</summary>
/// <param name="Day">When, in days since the start.</param>
/// <param name="Text">What.</param>
/// <param name="Figures">The change of active members with that month.</param>
public sealed record Decision(double Day, string Text, IReadOnlyList<Figure> Figures)
{
    internal static IReadOnlyList<Decision> Of(ReportFacts facts) =>
    [
        .. facts.History.Annotations.Where(one => one.Kind == "decision").OrderBy(one => one.From).Select(one => new Decision(
            one.From, one.Text,
            [.. FormalisationSection.Change(facts, "active", facts.Months.Active, facts.Months.Calendar.MonthOf(one.From))])),
    ];
}
