using static CopBot.Evaluation.Report.ReportUnit;

namespace CopBot.Features.Evaluating.Words;

/// <summary>Whether it was the community.</summary>
internal static class AttributionWords
{
    public static IReadOnlyList<FigureWords> All { get; } =
    [
        new(
            "stories", N,
            new("Stories of use", "Récits d’usage"),
            new("Told by members who used an answer.", "Racontés par des membres qui ont utilisé une réponse.")),
        new(
            "stories-grade-a", N,
            new("… of grade A", "… de niveau A"),
            new("Shown by a document or confirmed by another organisation, other explanations examined.", "Montrés par un document ou confirmés par une autre organisation, autres explications examinées.")),
        new(
            "stories-grade-b", N,
            new("… of grade B", "… de niveau B"),
            new("Confirmed by a second person.", "Confirmés par une deuxième personne.")),
        new(
            "stories-grade-c", N,
            new("… of grade C", "… de niveau C"),
            new("Own report that says what was done, and where.", "Propre récit qui dit ce qui a été fait, et où.")),
        new(
            "stories-grade-d", N,
            new("… of grade D", "… de niveau D"),
            new("Own report, without detail. Own reports are never graded higher than C (Mayne 2019).", "Propre récit, sans détail. Un propre récit n’est jamais mieux classé que C (Mayne 2019).")),
        new(
            "stories-disputed", N,
            new("Stories that a second person sees otherwise", "Récits qu’une deuxième personne voit autrement"),
            new("They stand in no grade.", "Ils ne figurent dans aucun niveau.")),
        new(
            "stories-complete", Share,
            new("How complete the chains are", "Complétude des chaînes"),
            new("Of six steps: answered, kept, applied, result, evidence, confirmation.", "De six étapes : répondu, gardé, appliqué, résultat, preuve, confirmation.")),
        new(
            "without-it-not", Share,
            new("Without the community: not", "Sans la communauté : non"),
            new("As who tells it says; of those who could say.", "Selon la personne qui raconte ; parmi celles qui ont pu le dire.")),
        new(
            "without-it-later", Share,
            new("Without the community: later, or in part", "Sans la communauté : plus tard, ou en partie"),
            new("As above.", "Comme ci-dessus.")),
        new(
            "without-it-same", Share,
            new("Without the community: the same", "Sans la communauté : pareil"),
            new("As above. These are not the community’s.", "Comme ci-dessus. Elles ne sont pas dues à la communauté.")),
        new(
            "rival-explanations", N,
            new("Other things that happened", "Autres événements"),
            new("External events and changes of leadership that coordinators entered: each may explain a change, too.", "Événements extérieurs et changements de direction saisis : chacun peut aussi expliquer un changement.")),
        new(
            "meetings-held", N,
            new("Meetings and events held", "Réunions et événements tenus"),
            new("As coordinators entered them: they may explain what follows them.", "Saisis par la coordination : ils peuvent expliquer la suite.")),
    ];
}
