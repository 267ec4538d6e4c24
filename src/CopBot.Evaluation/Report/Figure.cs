namespace CopBot.Evaluation.Report;

/// <summary>One figure of a report. What it means stands under its name in <c>docs/evaluation.md</c>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Value">The figure; null where there is none, or where it was refused.</param>
/// <param name="Low">Lower end of its 95 % interval; null without one.</param>
/// <param name="High">Upper end.</param>
/// <param name="N">On how many cases it rests.</param>
/// <param name="Refusal">Why it can't be said; null where it can.</param>
public sealed record Figure(
    string Id, double? Value, double? Low = null, double? High = null, long? N = null, Refusal? Refusal = null)
{
    /// <summary>A share with Wilson's interval.</summary>
    public static Figure Of(string id, Rates.Proportion share) => share.Cases == 0
        ? new(id, null, N: 0)
        : new(id, share.Value, share.Low, share.High, share.Cases);

    /// <summary>What the data can't carry.</summary>
    public static Figure Refused(string id, RefusalReason reason, double has, double needs) =>
        new(id, null, Refusal: new(reason, has, needs));
}

/// <summary>Why something is not said.</summary>
/// <param name="Reason">What is missing.</param>
/// <param name="Has">How much there is.</param>
/// <param name="Needs">How much it takes.</param>
public sealed record Refusal(RefusalReason Reason, double Has, double Needs);

/// <summary>What is missing.</summary>
public enum RefusalReason
{
    /// <summary>Months of observation.</summary>
    Months,

    /// <summary>Months before or after a change.</summary>
    MonthsAround,

    /// <summary>Contributions.</summary>
    Contributions,

    /// <summary>Members.</summary>
    Members,

    /// <summary>Something dated to measure against.</summary>
    Annotation,

    /// <summary>Things that always came together, so that nothing tells them apart.</summary>
    Collinear,

    /// <summary>A community to hold this one against.</summary>
    Sister,

    /// <summary>A common way before the change: the other community was going elsewhere.</summary>
    NotParallel,
}
