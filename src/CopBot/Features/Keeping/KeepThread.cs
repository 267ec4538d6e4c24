using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>
/// Whoever reads something worth keeping, in any thread, puts it into a note and vouches for it: a question's thread
/// with its answers, or what people said among themselves.
/// </summary>
internal static class KeepThread
{
    public const string Id = "keep-thread";

    private const int Longest = 2_000;

    /// <summary>Less likely is chatter, whatever else was said.</summary>
    private const double LeastLikely = 0.2;

    /// <summary>Shown beside the likeliest: what is half as likely.</summary>
    private const double Beside = 0.5;

    private static readonly Phrase Introduction = new(
        "Put it in your own words: you vouch for it. What others wrote stays theirs, and stands here only to be read. The coordinators read your note before anybody finds it.",
        "Dites-le avec vos mots : vous en êtes garant. Ce que les autres ont écrit reste à eux et ne figure ici que pour être lu. La coordination relit votre note avant qu’on la trouve.");

    private static readonly Phrase NotForYou = new(
        "That question was asked in private; only its answers’ authors can keep them.",
        "Cette question a été posée en privé ; seuls les auteurs des réponses peuvent les garder.");

    public static async Task<FormOffer> OpenAsync(Turn turn, FormRequest request, CancellationToken cancel)
    {
        var question = await QuestionOfAsync(turn, request, cancel);
        if (question is { Private: true, ChannelsAllowed: false }) return NotForYou;
        var (title, own, all) = question is null
            ? ("", request.About?.Own ?? "", request.About?.Text ?? "")
            : (PracticeNote.TitleOf(question.Text), AnswersOf(turn, question, turn.Me.Member.Id),
                AnswersOf(turn, question, null));
        var argument = question is null ? "" : $"{question.Id:N}";
        var introduction = Introduction.In(turn.Language);
        return KeepForm.Of(Id, argument, turn.Language, title, own) with
        {
            Introduction = all == own ? introduction : $"{introduction}\n\n{Shortening.To(all, Longest)}",
        };
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var question = await turn.Db.FindQuestionAsync(sent.Argument, cancel);
        var known = question is not null && question.CommunityId == turn.Community.Id
            && question.IsOpenTo(turn.Me.Member.Id);
        return await Keep.RecordAsync(
            turn, known ? question : null, answer: null, id => Keep.Filled(sent.Values, id), cancel);
    }

    private static async Task<Question?> QuestionOfAsync(Turn turn, FormRequest request, CancellationToken cancel)
    {
        var (place, thread) = (request.Place.Ref, request.About?.Thread ?? request.Thread);
        if (thread is null) return null;
        var tracked = await turn.Db.Threads.AsNoTracking().FirstOrDefaultAsync(
            t => t.Connection == place.Connection && t.PlaceId == place.Id && t.ThreadId == thread, cancel);
        var question = tracked is null ? null : await turn.Db.FindQuestionAsync(tracked.QuestionId, cancel);
        return question is { State: not QuestionState.Withdrawn } ? question : null;
    }

    /// <summary>
    /// What helped; where nothing did yet, what most likely answers, and else all that was meant to. Of one author, or
    /// of all.
    /// </summary>
    private static string AnswersOf(Turn turn, Question question, Guid? author)
    {
        var answers = question.Contributions.Where(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null
            && (author is null || c.AuthorId == author)).OrderBy(c => c.Id).ToList();
        var helped = answers.Where(c => c.HelpedAt is not null).ToList();
        if (helped.Count > 0) return Joined(helped);
        var rated = LikelyAnswers.Of(turn, question);
        var least = Math.Max(LeastLikely, Beside * rated.Select(one => one.Likely).FirstOrDefault());
        var likely = rated.Where(one => one.Likely >= least && (author is null || one.Said.AuthorId == author))
            .Select(one => one.Said).OrderBy(c => c.Id).ToList();
        return Joined(likely.Count > 0 ? likely : answers);
    }

    private static string Joined(IEnumerable<Contribution> said) => string.Join("\n\n", said.Select(c => c.Text));
}
