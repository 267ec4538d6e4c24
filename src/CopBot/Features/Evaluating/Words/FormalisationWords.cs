using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>The second question.</summary>
internal static class FormalisationWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "formalisation-index", Share,
            new("Degree of formalisation", "Degré de formalisation"),
            new("Of ten items, equal weights.", "De dix éléments, à poids égaux.")),
        new(
            "formalisation-member-led", Share,
            new("… led by members", "… portée par les membres"),
            new("Charter, governance, plan, membership rules, mandates.", "Charte, gouvernance, plan, règles d’adhésion, mandats.")),
        new(
            "formalisation-sponsor-led", Share,
            new("… led by sponsors", "… portée par les bailleurs"),
            new("Secretariat, budget, reporting, agenda, registration.", "Secrétariat, budget, rapports, ordre du jour, enregistrement.")),
        new(
            "change-active-level", Number,
            new("Active members: at once", "Membres actifs : aussitôt"),
            new("Change of level with the largest step of formalisation, beyond the trend before.", "Changement de niveau à la plus grande étape, au-delà de la tendance.")),
        new(
            "change-active-trend", Number,
            new("Active members: per month", "Membres actifs : par mois"),
            new("Change of the trend.", "Changement de tendance.")),
        new(
            "change-active-now", Number,
            new("Active members: by now", "Membres actifs : à ce jour"),
            new("Level and trend together, in the last month.", "Niveau et tendance réunis, au dernier mois.")),
        new(
            "change-active-without", Number,
            new("Active members without it", "Membres actifs sans cela"),
            new("What the trend before would have given.", "Ce qu’aurait donné la tendance antérieure.")),
        new(
            "change-new-contributors-level", Number,
            new("New contributors: at once", "Nouveaux contributeurs : aussitôt"),
            new("As above.", "Comme ci-dessus.")),
        new(
            "change-new-contributors-trend", Number,
            new("New contributors: per month", "Nouveaux contributeurs : par mois"),
            new("As above.", "Comme ci-dessus.")),
        new(
            "change-new-contributors-now", Number,
            new("New contributors: by now", "Nouveaux contributeurs : à ce jour"),
            new("As above.", "Comme ci-dessus.")),
        new(
            "change-new-contributors-without", Number,
            new("New contributors without it", "Nouveaux contributeurs sans cela"),
            new("As above.", "Comme ci-dessus.")),
        new(
            "parallel-trends-p", Small,
            new("Same way before, by chance", "Même évolution avant, par hasard"),
            new("How often chance alone makes the trends of both communities part as much: below 0.05 the comparison does not hold.", "Fréquence à laquelle le hasard seul écarterait autant les tendances des deux communautés : sous 0,05 la comparaison ne tient pas.")),
        new(
            "controlled-active-level", Number,
            new("Active members beside the sister community: at once", "Membres actifs face à la communauté sœur : aussitôt"),
            new("Change of the difference of both with the largest step: what moved both is no effect.", "Changement de l’écart entre les deux à la plus grande étape : ce qui a touché les deux n’est pas un effet.")),
        new(
            "controlled-active-now", Number,
            new("Active members beside the sister community: by now", "Membres actifs face à la communauté sœur : à ce jour"),
            new("Level and trend together, in the last month that both have.", "Niveau et tendance réunis, au dernier mois commun.")),
    ];
}
