using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>The fourth question.</summary>
internal static class ExpiryWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "stage", Stage,
            new("Stage", "Étape"),
            new("By a rule that everybody can check.", "Selon une règle que chacun peut vérifier.")),
        new(
            "churn", Share,
            new("Lost each month", "Perte mensuelle"),
            new("Of the active, those not seen in the three months after; last year.", "Parmi les actifs, ceux qu’on ne revoit pas dans les trois mois ; dernière année.")),
        new(
            "joins", Number,
            new("Becoming active each month", "Nouveaux actifs par mois"),
            new("Not seen in the three months before; last year.", "Non vus dans les trois mois précédents ; dernière année.")),
        new(
            "settles-at", Number,
            new("Settles at", "Se stabilise à"),
            new("Active members, if nothing changes.", "Membres actifs, si rien ne change.")),
        new(
            "expires-in-months", Months,
            new("Too few in", "Trop peu dans"),
            new("Months until fewer than ten are active, if nothing changes; a date to review, not to die.", "Mois avant d’avoir moins de dix actifs, si rien ne change ; une date pour réexaminer, non pour mourir.")),
        new(
            "joins-needed", Number,
            new("Needed each month to last", "Nécessaires chaque mois pour durer"),
            new("New active members that hold ten.", "Nouveaux actifs pour en garder dix.")),
        new(
            "expires-in-months-by-decay", Months,
            new("… by another model", "… selon un autre modèle"),
            new("A line through the logarithms of active members.", "Une droite à travers les logarithmes des membres actifs.")),
        new(
            "back-test-forecast", Number,
            new("Forecast of half a year ago", "Prévision d’il y a six mois"),
            new("What this model would have said for now.", "Ce que ce modèle aurait dit pour aujourd’hui.")),
        new(
            "back-test-seen", Number,
            new("… what came", "… ce qui est advenu"),
            new("Active members in the last complete month.", "Membres actifs du dernier mois complet.")),
    ];
}
