using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>The third question.</summary>
internal static class FundingWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "funding-total", Number,
            new("Funding", "Financement"),
            new("All that was entered.", "Tout ce qui a été saisi.")),
        new(
            "cost-per-active-member-month", Number,
            new("Cost of an active member and month", "Coût par membre actif et par mois"),
            new("Money by active months.", "Argent rapporté aux mois actifs.")),
        new(
            "cost-per-accepted-answer", Number,
            new("Cost of a helpful answer", "Coût par réponse utile"),
            new("Money by questions found helpful.", "Argent rapporté aux questions utilement répondues.")),
        new(
            "cost-per-application", Number,
            new("Cost of a use", "Coût par utilisation"),
            new("Money by answers that were used.", "Argent rapporté aux réponses utilisées.")),
        new(
            "change-active-at-funding-level", Number,
            new("Active members when money came: at once", "Membres actifs à l’arrivée des fonds : aussitôt"),
            new("Beyond the trend before.", "Au-delà de la tendance antérieure.")),
        new(
            "change-active-at-funding-trend", Number,
            new("… per month", "… par mois"),
            new("Change of the trend.", "Changement de tendance.")),
        new(
            "change-active-at-funding-now", Number,
            new("… by now", "… à ce jour"),
            new("Level and trend together.", "Niveau et tendance réunis.")),
        new(
            "change-active-at-funding-without", Number,
            new("… without it", "… sans cela"),
            new("What the trend before would have given.", "Ce qu’aurait donné la tendance antérieure.")),
        new(
            "money-then-active", Number,
            new("Active members for money a month before", "Membres actifs pour les fonds du mois précédent"),
            new("An association.", "Une association.")),
        new(
            "active-then-money", Number,
            new("Money for active members a month before", "Fonds pour les membres actifs du mois précédent"),
            new("If this is not 0, money follows activity.", "Si ce n’est pas 0, l’argent suit l’activité.")),
    ];
}
