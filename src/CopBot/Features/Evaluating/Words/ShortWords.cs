using CopBot.Evaluation.Report;
using CopBot.Pipeline;

namespace CopBot.Features.Evaluating.Words;

/// <summary>
/// The report on one page: five sentences, each with its number, its interval, its n and what it rests on.
/// </summary>
internal static class ShortWords
{
    private static readonly Phrase Recorded = new("recorded by the log", "enregistré par le journal");
    private static readonly Phrase Said = new("as members say", "selon les membres");
    private static readonly Phrase Modelled = new("by a model", "selon un modèle");
    private static readonly Phrase Rests = new("95 %: {0}; n = {1}; {2}", "95 % : {0} ; n = {1} ; {2}");
    private static readonly Phrase RestsWithout = new("n = {0}; {1}", "n = {0} ; {1}");

    private static readonly (Phrase Sentence, string Figure, Phrase Grade)[] Five =
    [
        (new("Members now: {0}", "Membres actuels : {0}"), "members-now", Recorded),
        (new("Questions answered within a week: {0}", "Questions répondues en une semaine : {0}"), "answered-in-week", Recorded),
        (new("Answered questions whose asker says that it helped: {0}", "Questions répondues dont l’auteur dit que cela a aidé : {0}"), "accepted", Said),
        (new("Helpful answers that were certainly used, of those asked about: {0}", "Réponses utiles certainement utilisées, parmi celles suivies : {0}"), "used-bounds", Said),
        (new("If nothing changes, fewer than ten are active in: {0}", "Si rien ne change, moins de dix sont actifs dans : {0}"), "expires-in-months", Modelled),
    ];

    /// <summary>The sentences.</summary>
    public static IEnumerable<(string Says, string RestsOn)> Of(ReportData report, Language language)
    {
        foreach (var (sentence, id, grade) in Five)
        {
            if (report.Find(id) is not { } figure) continue;
            var (grading, n) = (grade.In(language), figure.N ?? (figure.Value is { } value ? (long)value : 0));
            yield return (
                sentence.In(language, ReportWords.Value(figure, language)),
                ReportWords.Interval(figure, language) is { } interval
                    ? Rests.In(language, interval, n, grading)
                    : RestsWithout.In(language, n, grading));
        }
    }
}
