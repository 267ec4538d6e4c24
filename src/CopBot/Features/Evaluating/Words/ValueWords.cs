using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>What value came of it.</summary>
internal static class ValueWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "funnel-asked", N,
            new("Asked", "Posées"),
            new("Questions.", "Questions.")),
        new(
            "funnel-answered", N,
            new("Answered", "Répondues"),
            new("By somebody else.", "Par autrui.")),
        new(
            "funnel-accepted", N,
            new("Found helpful", "Jugées utiles"),
            new("As who asked said.", "Selon l’auteur.")),
        new(
            "funnel-followed-up", N,
            new("Followed up", "Suivies"),
            new("Asked weeks later whether it was used.", "Interrogées des semaines après sur l’usage.")),
        new(
            "funnel-replied", N,
            new("Replied", "Avec réponse"),
            new("Said anything.", "Ont répondu.")),
        new(
            "funnel-used", N,
            new("Used", "Utilisées"),
            new("As it was, or adapted.", "Telles quelles ou adaptées.")),
        new(
            "used-of-replies", Share,
            new("Used, of those who replied", "Utilisées, parmi les réponses"),
            new("Too high if who used it is readier to reply.", "Trop élevé si les utilisateurs répondent davantage.")),
        new(
            "used-bounds", Share,
            new("Used, certainly between", "Utilisées, à coup sûr entre"),
            new("Nobody to everybody of those who did not reply (Manski 1989).", "De personne à tous ceux qui n’ont pas répondu (Manski 1989).")),
        new(
            "solved-at-once", Share,
            new("Solved at once", "Résolues aussitôt"),
            new("Of the questions to which something known was shown.", "Parmi les questions auxquelles un savoir connu a été montré.")),
        new(
            "notes-reused", Share,
            new("Notes that were used again", "Notes réutilisées"),
            new("Of the notes published for a month or more.", "Parmi les notes publiées depuis un mois au moins.")),
    ];
}
