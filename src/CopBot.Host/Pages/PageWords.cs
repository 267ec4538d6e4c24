using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Host.Pages;

/// <summary>What the pages say.</summary>
internal static class PageWords
{
    public static readonly Phrase Skip = new("Skip to the content", "Aller au contenu");
    public static readonly Phrase Pages = new("Pages", "Rubriques");
    public static readonly Phrase Overview = new("Overview", "Vue d’ensemble");
    public static readonly Phrase Report = new("Report", "Rapport");
    public static readonly Phrase SignOut = new("Sign out", "Se déconnecter");
    public static readonly Phrase PressToEnter = new(
        "Press to open the pages of your community. The link works once.",
        "Appuyez pour ouvrir les pages de votre communauté. Le lien sert une fois.");

    public static readonly Phrase Enter = new("Open", "Ouvrir");
    public static readonly Phrase Spent = new(
        "This link opens nothing: it was used, it is too old, or its reader coordinates no longer.",
        "Ce lien n’ouvre rien : il a servi, il est trop ancien, ou la personne ne coordonne plus.");

    public static readonly Phrase HowToEnter = new(
        "To sign in, coordinators write to the bot in a direct chat: page",
        "Pour se connecter, les coordinateurs écrivent au bot en direct : page");

    public static readonly Phrase PressToStop = new(
        "Press to get the digest no longer.", "Appuyez pour ne plus recevoir le résumé.");

    public static readonly Phrase Stop = new("Stop it", "Arrêter");
    public static readonly Phrase Stopped = new(
        "Done: the digest is sent to you no longer.", "C’est fait : le résumé ne vous est plus envoyé.");

    public static readonly Phrase StopsNothing = new(
        "This link stops nothing. Write to the bot in a direct chat: stop digest",
        "Ce lien n’arrête rien. Écrivez au bot en direct : arrêter le résumé");

    public static readonly Phrase Unanswered = new("Unanswered", "Sans réponse");
    public static readonly Phrase NothingWaits = new("Nothing waits.", "Rien n’attend.");
    public static readonly Phrase Private = new("asked in private", "posée en privé");
    public static readonly Phrase InReview = new("Notes to review", "Notes à relire");
    public static readonly Phrase Members = new("Members", "Membres");
    public static readonly Phrase Name = new("Name", "Nom");
    public static readonly Phrase Organisation = new("Organisation", "Organisation");
    public static readonly Phrase Country = new("Country", "Pays");
    public static readonly Phrase Roles = new("Roles", "Rôles");
    public static readonly Phrase ReportOf = new("{0}: report", "{0} : rapport");
    public static readonly Phrase AsOf = new(
        "As of {0} UTC, from {1} entries of the log.", "Au {0} UTC, d’après {1} entrées du journal.");

    public static readonly Phrase Interval = new("95 %:", "95 % :");
    public static readonly Phrase ActiveByMonth = new("Active members by month", "Membres actifs par mois");
    public static readonly Phrase WaitingCurve = new(
        "Share of questions that still wait after so many hours", "Part des questions encore en attente après tant d’heures");

    public static readonly Phrase ChartSays = new(
        "{0}: between {1} and {2}, from {3} to {4}.", "{0} : entre {1} et {2}, de {3} à {4}.");

    public static readonly Phrase CurveSays = new(
        "Of {0} questions, {1} are answered within a day and {2} within a week.",
        "Sur {0} questions, {1} ont une réponse en un jour et {2} en une semaine.");

    public static readonly Phrase Numbers = new("In numbers", "En chiffres");
    public static readonly Phrase ByCountry = new("Standing by country", "Position par pays");
    public static readonly Phrase Total = new("All", "Tous");
    public static readonly Phrase Unknown = new("unknown", "inconnu");
    public static readonly Phrase Hidden = new(
        "· hidden, since fewer than five people, or it would give such a count away ({0} counts).",
        "· masqué : moins de cinq personnes, ou un chiffre qui trahirait un tel compte ({0} cases).");

    public static readonly Phrase Method = new("Method and limits", "Méthode et limites");
    public static readonly Phrase Limits = new(
        "Answers to oneself never count. Intervals of shares are Wilson’s. Counts that members see change what they do. None of this shows who is a good colleague.",
        "Les réponses à soi-même ne comptent jamais. Les intervalles des parts sont ceux de Wilson. Les chiffres que les membres voient changent leur conduite. Rien ici ne dit qui est un bon collègue.");

    public static readonly Phrase Reproduce = new(
        "The same log, parameters and version give the same data:", "Le même journal, les mêmes paramètres et la même version donnent les mêmes données :");

    public static readonly Phrase Head = new("Head of the log:", "Tête du journal :");

    private static readonly Dictionary<RoleKind, Phrase> RoleNames = new()
    {
        [RoleKind.Member] = new("member", "membre"),
        [RoleKind.Expert] = new("expert", "expert"),
        [RoleKind.Coordinator] = new("coordinator", "coordination"),
        [RoleKind.Evaluator] = new("evaluator", "évaluation"),
        [RoleKind.Administrator] = new("administrator", "administration"),
    };

    public static string RolesIn(IEnumerable<RoleKind> roles, Language language) =>
        string.Join(", ", roles.Where(role => role != RoleKind.Member).Order().Select(role => RoleNames[role].In(language)));
}
