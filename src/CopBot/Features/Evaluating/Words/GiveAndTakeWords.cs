using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>The first question.</summary>
internal static class GiveAndTakeWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "leaders", N,
            new("Leaders and core", "Responsables et cœur"),
            new("Coordinators and named experts, at any time.", "Coordinateurs et experts nommés, à un moment quelconque.")),
        new(
            "leader-give-share", Share,
            new("Their share of giving", "Leur part des réponses données"),
            new("Answers by leaders.", "Réponses données par les responsables.")),
        new(
            "leader-take-share", Share,
            new("Their share of taking", "Leur part des réponses reçues"),
            new("Answers to leaders.", "Réponses reçues par les responsables.")),
        new(
            "leader-balance", Number,
            new("Their balance", "Leur solde"),
            new("1: they only give; −1: they only take.", "1 : ils ne font que donner ; −1 : que recevoir.")),
        new(
            "leaders-who-ask", Share,
            new("Leaders who ask", "Responsables qui demandent"),
            new("Asked at least one question by name.", "Ont posé au moins une question en leur nom.")),
        new(
            "pay-it-forward-30d", Share,
            new("Pay it forward", "Aident à leur tour"),
            new("Who was helped helps anybody within 30 days.", "Les personnes aidées aident quelqu’un dans les 30 jours.")),
        new(
            "leaders-then-new-contributors", Number,
            new("New contributors for each answer of leaders a month before", "Nouveaux contributeurs par réponse de responsable le mois précédent"),
            new("An association, not a proof.", "Une association, non une preuve.")),
        new(
            "leaders-after-new-contributors", Number,
            new("… a month after (should be 0)", "… le mois suivant (devrait être 0)"),
            new("If the future seems to matter, something moves both.", "Si l’avenir semble compter, autre chose agit sur les deux.")),
        new(
            "welcome-effect", Share,
            new("More newcomers contribute if a leader answered them", "Plus de nouveaux contribuent si un responsable leur a répondu"),
            new("Difference of shares who contribute in days 3 to 30; leaders may greet the promising.", "Écart entre les parts contribuant du 3e au 30e jour ; les responsables peuvent privilégier les prometteurs.")),
        new(
            "welcome-p", Number,
            new("… by chance", "… au hasard"),
            new("Fisher’s exact p.", "p exact de Fisher.")),
        new(
            "welcome-e-value", Number,
            new("… explained away by", "… expliqué par"),
            new("A hidden cause would have to be so strong (E-value).", "Force qu’une cause cachée devrait avoir (valeur E).")),
    ];
}
