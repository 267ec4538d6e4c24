using System.Runtime.InteropServices;

namespace CopBot.Matching.Meanings;

/// <summary>How like something known is to what is looked for: cosines, or not a number where nothing tells.</summary>
/// <param name="Question">Its question or title.</param>
/// <param name="Answers">Its answers or body.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MeaningFit(double Question, double Answers)
{
    public static MeaningFit Unknown { get; } = new(double.NaN, double.NaN);

    public double Best => Math.Max(Question, Answers);
}
