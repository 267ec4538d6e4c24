using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>Of whom and what the report speaks.</summary>
internal static class WhoWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "members-ever", N,
            new("Members so far", "Membres à ce jour"),
            new("Everybody who ever joined.", "Toute personne qui a un jour adhéré.")),
        new(
            "members-now", N,
            new("Members now", "Membres actuels"),
            new("Joined and not left.", "Ont adhéré et ne sont pas partis.")),
        new(
            "days-observed", N,
            new("Days observed", "Jours d’observation"),
            new("From the first entry of the log to the last.", "De la première à la dernière entrée du journal.")),
        new(
            "months-complete", N,
            new("Complete months", "Mois complets"),
            new("Only months that are over are compared.", "Seuls les mois achevés sont comparés.")),
        new(
            "days-in-gaps", N,
            new("Days without recording", "Jours sans enregistrement"),
            new("Times in which nothing could be recorded.", "Périodes où rien n’a pu être enregistré.")),
        new(
            "consent-to-research", Share,
            new("Agreed to research", "Accord pour la recherche"),
            new("Of the members now; only they are in research exports.", "Parmi les membres actuels ; seules ces personnes figurent dans les exports de recherche.")),
        new(
            "questions", N,
            new("Questions", "Questions"),
            new("Asked, the anonymous ones included.", "Posées, y compris anonymement.")),
        new(
            "answers", N,
            new("Answers", "Réponses"),
            new("By others than who asked, not taken back.", "D’autres personnes que l’auteur de la question, non retirées.")),
        new(
            "self-answers", N,
            new("Answers to oneself", "Réponses à soi-même"),
            new("Left out everywhere else.", "Écartées partout ailleurs.")),
    ];
}
