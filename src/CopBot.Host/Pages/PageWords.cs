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

    public static readonly Phrase OnOnePage = new("On one page", "En une page");
    public static readonly Phrase SideBySide = new("Side by side", "Côte à côte");
    public static readonly Phrase NoRanking = new(
        "The same definitions for both communities. They differ in more than is counted here: this is no ranking.",
        "Les mêmes définitions pour les deux communautés. Elles diffèrent par plus que ce qui est compté : ce n’est pas un classement.");

    public static readonly Phrase Measure = new("Measure", "Mesure");
    public static readonly Phrase Decisions = new("What was decided, and what happened since", "Ce qui a été décidé, et la suite");
    public static readonly Phrase NoDecisions = new(
        "No decision was entered yet: annotate decision 2026-03: … makes the next report say what came of it.",
        "Aucune décision n’a encore été saisie : annoter décision 2026-03 : … fera dire au prochain rapport ce qu’il en est advenu.");

    public static readonly Phrase Method = new("Method and limits", "Méthode et limites");
    public static readonly Phrase Limits = new(
        "Answers to oneself never count. Intervals of shares are Wilson’s. Counts that members see change what they do. None of this shows who is a good colleague.",
        "Les réponses à soi-même ne comptent jamais. Les intervalles des parts sont ceux de Wilson. Les chiffres que les membres voient changent leur conduite. Rien ici ne dit qui est un bon collègue.");

    public static readonly Phrase Reproduce = new(
        "The same log, parameters and version give the same data:", "Le même journal, les mêmes paramètres et la même version donnent les mêmes données :");

    public static readonly Phrase AsOfNow = new("this report again, as of now", "ce rapport, en l’état");

    public static readonly Phrase Head = new("Head of the log:", "Tête du journal :");

    public static readonly Phrase Digests = new("Digest", "Résumé");
    public static readonly Phrase Annotated = new("Dated facts", "Faits datés");
    public static readonly Phrase Stories = new("Stories of use", "Récits d’usage");
    public static readonly Phrase Examine = new("Examine other causes", "Examiner d’autres causes");
    public static readonly Phrase Exports = new("Exports", "Exports de données");
    public static readonly Phrase Study = new("Name of the study", "Nom de l’étude");
    public static readonly Phrase StudySays = new(
        "As members agreed to it: agree to study NAME. Another name makes other pseudonyms.",
        "Tel que les membres l’ont acceptée : accepter l’étude NOM. Un autre nom donne d’autres pseudonymes.");

    public static readonly Phrase Take = new("Take the export along", "Emporter l’export");
    public static readonly Phrase StudyName = new(
        "A study needs a name of at most 60 characters.", "Une étude demande un nom d’au plus 60 caractères.");

    public static readonly Phrase DeadLetters = new("Not delivered", "Non remis");
    public static readonly Phrase NothingHere = new("There is nothing here.", "Il n’y a rien ici.");
    public static readonly Phrase AndMore = new("{0} more are not shown.", "{0} de plus ne sont pas montrés.");
    public static readonly Phrase New = new("New", "Nouveau");
    public static readonly Phrase Edit = new("Edit", "Modifier");
    public static readonly Phrase Post = new("Post", "Publier");
    public static readonly Phrase Drop = new("Drop", "Laisser tomber");
    public static readonly Phrase Publish = new("Publish", "Publier");
    public static readonly Phrase Retire = new("Put aside", "Écarter");
    public static readonly Phrase Forget = new("Leave out", "Écarter");
    public static readonly Phrase Retry = new("Try again", "Réessayer");
    public static readonly Phrase DropForGood = new("Let go for good", "Abandonner définitivement");
    public static readonly Phrase Change = new("Change", "Changer");
    public static readonly Phrase GiveRole = new("Give the role: {0}", "Donner le rôle : {0}");
    public static readonly Phrase EndRole = new("End the role: {0}", "Mettre fin au rôle : {0}");
    public static readonly Phrase MorePages = new("More members", "Autres membres");
    public static readonly Phrase Before = new("Before", "Précédents");
    public static readonly Phrase Next = new("Next", "Suivants");
    public static readonly Phrase GoBack = new("Back", "Retour");
    public static readonly Phrase TakesLonger = new(
        "It is on its way. What becomes of it comes to your direct chat with the bot.",
        "C’est en route. La suite vous parviendra dans votre conversation directe avec le bot.");

    public static readonly Phrase LetterTried = new("It is tried again now.", "Nouvel essai en cours.");
    public static readonly Phrase LetterDropped = new("It is let go.", "C’est abandonné.");
    public static readonly Phrase LetterGone = new("It is not there any more.", "Ce n’est plus là.");

    /// <summary>The pages, in the order of the menu.</summary>
    public static readonly IReadOnlyList<(string Path, Phrase Name)> Places =
    [
        ("/digest", Digests), ("/review", InReview), ("/members", Members), ("/annotations", Annotated), ("/stories", Stories),
        ("/report", Report), ("/exports", Exports), ("/dead-letters", DeadLetters),
    ];

    /// <summary>The roles that coordinators give.</summary>
    public static readonly IReadOnlyList<RoleKind> Givable =
        [RoleKind.Expert, RoleKind.Coordinator, RoleKind.Evaluator, RoleKind.Administrator];

    private static readonly Phrase ExportsIntro = new(
        "A study gets what members who agreed to research did, under names of its own. Each export stands here. The report’s own data file: /report.json.",
        "Une étude reçoit ce qu’ont fait les membres qui ont consenti à la recherche, sous des noms propres à l’étude. Chaque export figure ici. Le fichier de données du rapport : /report.json.");

    private static readonly Phrase AnnotatedIntro = new(
        "What the report holds outcomes against: money, steps of formalisation, changes of leadership, events outside.",
        "Ce à quoi le rapport confronte les résultats : fonds, étapes de formalisation, changements de direction, événements extérieurs.");

    private static readonly Phrase StoriesIntro = new(
        "What members say came of answers. A story is supported best once somebody else looked at what else may explain it.",
        "Ce que les membres disent avoir tiré des réponses. Un récit est le mieux étayé quand quelqu’un d’autre a examiné ce qui peut aussi l’expliquer.");

    private static readonly Phrase LettersIntro = new(
        "What the bot gave up on. What it says is shown to administrators only.",
        "Ce à quoi le bot a renoncé. Le contenu n’est montré qu’aux administrateurs.");

    private static readonly Dictionary<DigestState, Phrase> States = new()
    {
        [DigestState.Draft] = new("draft", "projet"),
        [DigestState.Posted] = new("posted", "publié"),
        [DigestState.Dropped] = new("dropped", "abandonné"),
    };

    private static readonly Dictionary<RoleKind, Phrase> RoleNames = new()
    {
        [RoleKind.Member] = new("member", "membre"),
        [RoleKind.Expert] = new("expert", "expert"),
        [RoleKind.Coordinator] = new("coordinator", "coordination"),
        [RoleKind.Evaluator] = new("evaluator", "évaluation"),
        [RoleKind.Administrator] = new("administrator", "administration"),
    };

    public static Phrase ListTitle(string path) => Places.First(place => place.Path == path).Name;

    public static Phrase? ListIntro(string path) => path switch
    {
        "/exports" => ExportsIntro,
        "/annotations" => AnnotatedIntro,
        "/stories" => StoriesIntro,
        "/dead-letters" => LettersIntro,
        _ => null,
    };

    public static Phrase StateOf(DigestState state) => States[state];

    public static string RoleName(RoleKind role, Language language) => RoleNames[role].In(language);

    public static string RolesIn(IEnumerable<RoleKind> roles, Language language) =>
        string.Join(", ", roles.Where(role => role != RoleKind.Member).Order().Select(role => RoleNames[role].In(language)));
}
