namespace CopBot.Evaluation.Report;

/// <summary>What a figure is counted in.</summary>
public enum ReportUnit
{
    /// <summary>A whole number.</summary>
    N,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>A small number: four decimals.</summary>
    Small,

    /// <summary>A part of 1, shown in percent.</summary>
    Share,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Months.</summary>
    Months,

    /// <summary>A <see cref="Report.Stage"/>.</summary>
    Stage,
}
