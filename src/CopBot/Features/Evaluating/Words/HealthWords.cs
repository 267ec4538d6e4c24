using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>How the community is.</summary>
internal static class HealthWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "standing-core", Share,
            new("Core", "Cœur"),
            new("In two thirds of the weeks with any activity of the last 90 days, or among the few who make half of all contributions and contributed in two of three months.", "Présent dans deux tiers des semaines actives des 90 derniers jours, ou parmi les rares personnes qui font la moitié des contributions et ont contribué deux mois sur trois.")),
        new(
            "standing-active", Share,
            new("Active", "Actifs"),
            new("Two contributions or more in 90 days.", "Deux contributions ou plus en 90 jours.")),
        new(
            "standing-peripheral", Share,
            new("Peripheral", "Périphériques"),
            new("Any trace in 90 days: a contribution, a comment, a press.", "Une trace en 90 jours : une contribution, un commentaire, un clic.")),
        new(
            "standing-dormant", Share,
            new("Dormant", "Dormants"),
            new("No trace in 90 days.", "Aucune trace en 90 jours.")),
        new(
            "periphery-to-active", Share,
            new("From the periphery inward", "De la périphérie vers le centre"),
            new("Of the months that peripheral members spent, those after which they were active or core.", "Parmi les mois passés en périphérie, ceux suivis d’un mois actif ou au cœur.")),
        new(
            "answered", Share,
            new("Answered", "Répondues"),
            new("Questions with an answer from somebody else.", "Questions ayant reçu une réponse d’autrui.")),
        new(
            "answered-mature", Share,
            new("Answered, older than a week", "Répondues, de plus d’une semaine"),
            new("The same among questions older than seven days.", "De même parmi les questions de plus de sept jours.")),
        new(
            "accepted", Share,
            new("Found helpful", "Jugées utiles"),
            new("Of the answered questions, those whose asker said that an answer helped.", "Parmi les questions répondues, celles dont l’auteur dit qu’une réponse a aidé.")),
        new(
            "answers-per-question", Number,
            new("Answers per question", "Réponses par question"),
            new("All answers by all questions.", "Toutes les réponses rapportées aux questions.")),
        new(
            "response-median-hours", Hours,
            new("Half are answered within", "La moitié est répondue en"),
            new("Median of the waiting time of all questions, those still waiting included (Kaplan and Meier).", "Médiane de l’attente de toutes les questions, y compris celles qui attendent encore (Kaplan-Meier).")),
        new(
            "response-median-answered-only-hours", Hours,
            new("Median of the answered alone", "Médiane des seules répondues"),
            new("Too low, since who still waits does not count; shown to be compared.", "Trop basse, puisque l’attente en cours ne compte pas ; donnée pour comparer.")),
        new(
            "answered-in-day", Share,
            new("Answered within a day", "Répondues en un jour"),
            new("Share, those still waiting included.", "Part, attente en cours comprise.")),
        new(
            "answered-in-week", Share,
            new("Answered within a week", "Répondues en une semaine"),
            new("Share, those still waiting included.", "Part, attente en cours comprise.")),
        new(
            "first-contribution-median-days", Days,
            new("From joining to the first contribution", "De l’adhésion à la première contribution"),
            new("Median, those who have not contributed yet included.", "Médiane, y compris ceux qui n’ont pas encore contribué.")),
        new(
            "staying-median-days-gap45", Days,
            new("Stay active for (silence of 45 days ends it)", "Restent actifs (un silence de 45 jours y met fin)"),
            new("Median from the first contribution to the last.", "Médiane de la première à la dernière contribution.")),
        new(
            "staying-median-days-gap90", Days,
            new("Stay active for (silence of 90 days ends it)", "Restent actifs (un silence de 90 jours y met fin)"),
            new("The same with a longer silence: what is found must not hang on the choice.", "De même avec un silence plus long : le résultat ne doit pas dépendre du choix.")),
        new(
            "routed-answered", Share,
            new("Asked experts who answered", "Experts sollicités qui ont répondu"),
            new("Of all times an expert was asked.", "Parmi toutes les sollicitations d’un expert.")),
        new(
            "gini", Number,
            new("Concentration (Gini)", "Concentration (Gini)"),
            new("0: all contribute alike; 1: one does everything. Members without contributions count.", "0 : tous contribuent autant ; 1 : une seule personne fait tout. Les membres sans contribution comptent.")),
        new(
            "absence-factor", N,
            new("People who make half of it", "Personnes qui font la moitié"),
            new("The fewest members who together made half of all contributions.", "Le plus petit nombre de membres ayant fait la moitié des contributions.")),
        new(
            "top-tenth-share", Share,
            new("Share of the top tenth", "Part du dixième le plus actif"),
            new("What the tenth with the most contributed.", "Ce qu’a apporté le dixième le plus actif.")),
        new(
            "answered-without-top1", Share,
            new("Answered without the most active", "Répondues sans la personne la plus active"),
            new("Questions that somebody else answered, too.", "Questions auxquelles quelqu’un d’autre a aussi répondu.")),
        new(
            "answered-without-top3", Share,
            new("Answered without the three most active", "Répondues sans les trois plus actives"),
            new("The same without three.", "De même sans trois personnes.")),
    ];
}
