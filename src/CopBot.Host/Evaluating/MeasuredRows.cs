using System.Text.Json.Nodes;
using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Host.Evaluating;

/// <summary>What is measured; any part may be missing.</summary>
internal sealed record MeasuredRows(
    Exchange? Exchange, IReadOnlyList<MonthRow>? Months, IReadOnlyList<(string From, string To)>? Ties,
    IReadOnlyList<(Observation Seen, string Group)>? Watched)
{
    /// <summary>Computes all that the rows allow, each part under its name.</summary>
    public JsonObject Measure()
    {
        var figures = new JsonObject();
        if (Exchange is not null) figures["community"] = CommunityFigures.Of(Exchange);
        if (Months is not null) figures["monthly"] = MonthlyFigures.Of(Months);
        if (Ties is not null) figures["edges"] = TieFigures.Of(Ties);
        if (Watched is not null) figures["survival"] = SurvivalFigures.Of(Watched);
        return figures;
    }
}
