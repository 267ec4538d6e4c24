using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>Counts for a coordinator: each with its n and its definition.</summary>
internal static class Report
{
    private static readonly Phrase Title = new("{0} in numbers", "{0} en chiffres");
    private static readonly Phrase Questions = new("Questions asked", "Questions posées");
    private static readonly Phrase Answered = new("Answered", "Répondues");
    private static readonly Phrase OfAll = new("{0} of {1} ({2})", "{0} sur {1} ({2})");
    private static readonly Phrase FirstAnswer = new("Time to the first answer", "Délai de la première réponse");
    private static readonly Phrase Median = new("median {0}, n = {1}", "médiane {0}, n = {1}");
    private static readonly Phrase HelpedLabel = new("Found helpful", "Jugées utiles");
    private static readonly Phrase Instant = new("Solved at once", "Résolues aussitôt");
    private static readonly Phrase ShownLabel = new("What was shown at once solved it", "Ce qui a été montré aussitôt a suffi");
    private static readonly Phrase ShownValue = new(
        "{0} of {1} who said so ({2}; 95 % between {3} and {4}); shown {5} times",
        "{0} sur {1} réponses ({2} ; 95 % entre {3} et {4}) ; montré {5} fois");

    private static readonly Phrase NotesLabel = new("Notes published", "Notes publiées");
    private static readonly Phrase MembersLabel = new("Members, of whom active", "Membres, dont actifs");
    private static readonly Phrase Hours = new("{0} h", "{0} h");
    private static readonly Phrase Minutes = new("{0} min", "{0} min");
    private static readonly Phrase None = new("none yet", "aucune pour l’instant");
    private static readonly Phrase Definitions = new(
        "All since the beginning. Answered: at least one answer by another than the asker that was not taken back; withdrawn questions do not count. The median leaves out what is still unanswered, so it is a lower bound. Found helpful: of the answered ones. Active: asked or answered in the last 90 days. Something is shown at once from a confidence of {0} on; where that was set, 80 of 100 such were right (SemEval-2016).",
        "Depuis le début. Répondues : au moins une réponse d’une autre personne, non retirée ; les questions retirées ne comptent pas. La médiane ignore ce qui est encore sans réponse : c’est une borne inférieure. Jugées utiles : parmi les répondues. Actifs : ont demandé ou répondu dans les 90 derniers jours. Quelque chose est montré aussitôt à partir d’une confiance de {0} ; là où ce seuil a été fixé, 80 cas sur 100 étaient justes (SemEval-2016).");

    public static async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancel)
    {
        var language = turn.Language;
        var questions = await turn.Db.Questions.AsNoTracking().Include(q => q.Contributions)
            .Where(q => q.CommunityId == turn.Community.Id && q.State != QuestionState.Withdrawn).ToListAsync(cancel);
        var answered = questions.Where(q => AnswersOf(q).Any()).ToList();
        var waits = answered.Select(q => (AnswersOf(q).Min(c => c.SaidAt) - q.AskedAt).TotalHours).Order().ToList();
        var helped = answered.Count(q => q.Contributions.Exists(c => c.HelpedAt is not null));
        var solved = questions.Count(q => q.State == QuestionState.Solved);
        var notes = await turn.Db.Notes.CountAsync(
            n => n.CommunityId == turn.Community.Id && n.PublishedAt != null && n.State != NoteState.Retired, cancel);
        var members = await turn.Db.Members.CountAsync(
            m => m.CommunityId == turn.Community.Id && m.LeftAt == null, cancel);
        var since = turn.Now.AddDays(-90);
        var active = questions.Where(q => q.AskedAt >= since).Select(q => q.AskerId)
            .Concat(questions.SelectMany(AnswersOf).Where(c => c.SaidAt >= since).Select(c => c.AuthorId))
            .OfType<Guid>().Distinct().Count();
        var facts = new Facts(
        [
            new(Questions.Label(language), $"{questions.Count}"),
            new(Answered.Label(language), Share(answered.Count, questions.Count, language)),
            new(FirstAnswer.Label(language), waits.Count == 0
                ? None.In(language)
                : Median.In(language, Length(MedianOf(waits), language), waits.Count)),
            new(HelpedLabel.Label(language), Share(helped, answered.Count, language)),
            new(Instant.Label(language), Share(solved, questions.Count, language)),
            new(ShownLabel.Label(language), Shown(await InstantFigures.OfAsync(turn, cancel), language)),
            new(NotesLabel.Label(language), $"{notes}"),
            new(MembersLabel.Label(language), $"{members}, {active}"),
        ]);
        var title = Title.In(language, turn.Community.Title);
        var summary = string.Join("; ", facts.Items.Select(fact => $"{fact.Label}: {fact.Value.ToPlain()}"));
        return Outcome.Of(turn.Tell(new Card(
            $"{title}. {summary}", new Heading(title), facts, new Aside(Definitions.In(language, InstantFigures.Threshold)))));
    }

    private static string Shown(InstantFigures figures, Language language)
    {
        if (figures.Decided == 0) return None.In(language);
        var right = figures.Right;
        return ShownValue.In(
            language, right.Hits, right.Cases, Percent(right.Value), Percent(right.Low), Percent(right.High),
            figures.Shown);
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private static IEnumerable<Contribution> AnswersOf(Question question) => question.Contributions.Where(c =>
        c.Kind == ContributionKind.Answer && c.RemovedAt is null && c.AuthorId != question.AskerId);

    private static string Length(double hours, Language language) => hours < 1
        ? Minutes.In(language, Math.Ceiling(hours * 60))
        : Hours.In(language, hours.ToString("0.#", CultureInfo.InvariantCulture));

    private static double MedianOf(List<double> sorted) => sorted.Count % 2 == 1
        ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    private static string Share(int part, int all, Language language) => all == 0
        ? None.In(language)
        : OfAll.In(language, part, all, ((double)part / all).ToString("P0", CultureInfo.InvariantCulture));
}
