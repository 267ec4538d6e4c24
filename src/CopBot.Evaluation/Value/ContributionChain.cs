namespace CopBot.Evaluation.Value;

/// <summary>How well a claim that the community made a difference is supported.</summary>
public enum EvidenceGrade
{
    /// <summary>Somebody says so.</summary>
    D,

    /// <summary>Somebody says who, when, where and what.</summary>
    C,

    /// <summary>A second person confirms it.</summary>
    B,

    /// <summary>A document or another organisation confirms it, and other explanations were examined.</summary>
    A,
}

/// <summary>
/// From a question to what came of it (Mayne 2012, Evaluation 18:270): one member's story of use, with what supports
/// it.
/// </summary>
/// <param name="Answered">The question has an answer.</param>
/// <param name="Kept">What helped was kept as knowledge.</param>
/// <param name="Applied">Somebody used it.</param>
/// <param name="Result">They say what changed.</param>
/// <param name="Detailed">They say who, when, where and what.</param>
/// <param name="Evidence">A document or link shows it.</param>
/// <param name="Independent">The evidence, or who confirmed it, is of another organisation.</param>
/// <param name="Confirmed">A second person confirms it.</param>
/// <param name="RivalsExamined">What else may have caused it was looked at.</param>
public sealed record ContributionChain(
    bool Answered, bool Kept, bool Applied, bool Result, bool Detailed, bool Evidence, bool Independent, bool Confirmed,
    bool RivalsExamined)
{
    /// <summary>The steps of a chain.</summary>
    public const int Steps = 6;

    /// <summary>
    /// The share of steps that are there: asked and answered, kept, applied, result, evidence, confirmation.
    /// </summary>
    public double Completeness =>
        new[] { Answered, Kept, Applied, Result, Evidence, Confirmed }.Count(step => step) / (double)Steps;

    /// <summary>Own reports are never graded above C (Mayne 2019).</summary>
    public EvidenceGrade Grade => this switch
    {
        { Independent: true, RivalsExamined: true } when Evidence || Confirmed => EvidenceGrade.A,
        { Confirmed: true } => EvidenceGrade.B,
        { Detailed: true } => EvidenceGrade.C,
        _ => EvidenceGrade.D,
    };
}
