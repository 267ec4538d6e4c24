using CopBot.Evaluation.Report;
using CopBot.Pipeline;

namespace CopBot.Features.Evaluating.Words;

/// <summary>How a figure of the report is called, and what it means.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Label">What it is.</param>
/// <param name="Definition">Exactly what.</param>
internal sealed record FigureWords(string Id, ReportUnit Unit, Phrase Label, Phrase Definition);
