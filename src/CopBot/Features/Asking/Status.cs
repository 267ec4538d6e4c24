using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>What became of one's own questions, and what waits for one's answer. Shown to that person alone.</summary>
internal static class Status
{
    private const int Most = 10;
    private const int Shown = 120;

    private static readonly Phrase Title = new("Your questions", "Vos questions");
    private static readonly Phrase WaitsTitle = new("Waiting for you", "En attente de votre réponse");
    private static readonly Phrase Nothing = new(
        "You have no questions, and none wait for you.", "Vous n’avez aucune question, et aucune ne vous attend.");

    private static readonly Phrase Answers = new("{0} answer(s): {1}", "{0} réponse(s) : {1}");
    private static readonly Phrase HelpedWords = new("helped: {0}", "aidé : {0}");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var language = turn.Language;
        if (Handles.Split(call.Argument) is { } handle
            && await turn.Db.FindHandleAsync(turn.Community.Id, handle.Number, cancel) is { } named
            && named.IsOpenTo(me))
        {
            var whoever = await turn.Db.PeopleOfAsync(named, cancel);
            var card = StatusCards.Of(named, whoever, language);
            return Outcome.Of(turn.Tell(named.AskerId == me ? card : card with { Actions = [] }));
        }

        var own = await turn.Db.WholeQuestions()
            .Where(q => q.AskerId == me && q.CommunityId == turn.Community.Id && q.State != QuestionState.Withdrawn)
            .OrderByDescending(q => q.Number).Take(Most).ToListAsync(cancel);
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open && q.CommunityId == turn.Community.Id
                && q.Assignments.Any(a => a.MemberId == me && a.State == AssignmentState.Pending))
            .OrderByDescending(q => q.Number).Take(Most).ToListAsync(cancel);
        if (own.Count + waiting.Count == 0) return Outcome.Of(turn.Tell(Nothing));
        List<Block> blocks = [];
        if (own.Count > 0) blocks.AddRange([new Heading(Title.In(language)), await OwnAsync(turn, own, cancel)]);
        if (waiting.Count > 0)
        {
            blocks.Add(new Heading(WaitsTitle.In(language)));
            blocks.Add(new Facts([.. waiting.Select(q => new Fact(q.Handle, Short(q, language)))]));
        }

        var summary = string.Join("; ", own.Concat(waiting).Select(q => $"{q.Handle} {Short(q, language)}"));
        return Outcome.Of(turn.Tell(new Card(summary, blocks)));
    }

    private static async Task<Facts> OwnAsync(Turn turn, IReadOnlyList<Question> own, CancellationToken cancel)
    {
        var facts = new List<Fact>();
        foreach (var question in own)
        {
            var people = await turn.Db.PeopleOfAsync(question, cancel);
            facts.Add(new(question.Handle, $"{Short(question, turn.Language)} – {How(question, people, turn.Language)}"));
        }

        return new Facts(facts);
    }

    private static string How(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var answers = question.Contributions
            .Where(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null).ToList();
        if (answers.Count == 0)
        {
            var card = StatusCards.Of(question, people, language);
            return string.Join(' ', card.Blocks.Select(PlainRendering.Of))[(question.Handle.Length + 3)..];
        }

        var helped = answers.Where(c => c.HelpedAt is not null).ToList();
        var names = string.Join(", ", (helped.Count > 0 ? helped : answers)
            .Select(c => Naming.AuthorOf(question, c, people, language)).Distinct(StringComparer.Ordinal));
        return helped.Count > 0 ? HelpedWords.In(language, names) : Answers.In(language, answers.Count, names);
    }

    private static string Short(Question question, Language language) =>
        Shortening.To(QuestionCards.TextOf(question, language).ReplaceLineEndings(" "), Shown);
}
