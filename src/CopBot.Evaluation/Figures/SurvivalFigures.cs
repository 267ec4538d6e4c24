using System.Text.Json.Nodes;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Figures;

/// <summary>How two groups differ in how long they wait; one of them is called <c>control</c>.</summary>
public static class SurvivalFigures
{
    /// <summary>The name of the group that the other is held against.</summary>
    public const string Control = "control";

    /// <summary>Measures it. The curve is that of the first group that is not the control.</summary>
    public static JsonObject Of(IReadOnlyCollection<(Observation Seen, string Group)> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var groups = observations.GroupBy(one => one.Group, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var treated = groups.FirstOrDefault(group => group.Key != Control);
        var control = groups.FirstOrDefault(group => group.Key == Control);
        var shown = treated ?? control ?? Enumerable.Empty<(Observation Seen, string)>();
        var curve = SurvivalCurve.Of(shown.Select(one => one.Seen));
        var figures = new JsonObject
        {
            ["S"] = Json.Map(curve.Steps, step => Json.Key(step.Time), step => step.Survival),
            ["se"] = Json.Map(curve.Steps, step => Json.Key(step.Time), step => Json.Of(step.Error)),
            ["median_6mp"] = Json.Of(curve.Median),
        };
        if (control is not null)
        {
            var other = SurvivalCurve.Of(control.Select(one => one.Seen));
            figures["median_control"] = Json.Of(other.Median);
            figures["rmean_control_months"] = other.RestrictedMean(observations.Max(one => one.Seen.Time));
        }

        if (groups.Length > 1) AddComparison(figures, [.. observations], groups);
        figures["events_exposure"] = Json.Map(groups, group => group.Key, group => Json.List(
            [group.Count(one => one.Seen.Happened), group.Sum(one => one.Seen.Time)]));
        return figures;
    }

    private static void AddComparison(
        JsonObject figures, (Observation Seen, string Group)[] all,
        IGrouping<string, (Observation Seen, string)>[] groups)
    {
        // Groups are held against each other: what is one time among all of them is one time in each.
        var seen = TiedTimes.Join([.. all.Select(one => one.Seen)]);
        var test = LogRank.Of(
            [
                .. groups.Select(group => (IReadOnlyList<Observation>)
                    [.. seen.Zip(all).Where(one => one.Second.Group == group.Key).Select(one => one.First)]),
            ]);
        figures["logrank_chi2"] = Json.Of(test?.ChiSquared);
        figures["logrank_p"] = Json.Of(test?.P);
        if (groups.Length != 2) return;
        var first = groups.Any(group => group.Key == Control) ? Control : groups[1].Key;
        bool[] inGroup = [.. all.Select(one => one.Group == first)];
        figures["cox_efron_coef"] = Json.Of(ProportionalHazards.Fit(seen, inGroup)?.Coefficient);
        figures["cox_breslow_coef"] = Json.Of(ProportionalHazards.Fit(seen, inGroup, Ties.Breslow)?.Coefficient);
    }
}
