using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>An answer that helped becomes a note in review.</summary>
internal static partial class Keep
{
    private static readonly Phrase Thanks = new(
        "Thank you. {0} goes to the coordinators for review.", "Merci. {0} est soumise à la coordination.");

    private static readonly Phrase Which = new(
        "Which answer? Say “keep Q7.1”, with the question’s number and the answer’s; add “named”, “role” or “unnamed”.",
        "Quelle réponse ? Dites « garder Q7.1 », avec les numéros ; ajoutez « nommé », « rôle » ou « anonyme ».");

    private static readonly Phrase NotYours = new(
        "Only who wrote the answer can keep it; tell them.", "Seul l’auteur de la réponse peut la garder ; dites-le-lui.");

    private static readonly Phrase Already = new("That is kept already: {0}.", "Elle est déjà conservée : {0}.");

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var (id, byMachine) = DraftNote.Read(sent.Argument);
        if (await turn.Db.FindContributionAsync(id, cancel) is not var (question, answer))
        {
            return Outcome.Of(turn.Tell(Which));
        }

        if (byMachine) await DropDraftsAsync(turn, answer, cancel);
        var why = byMachine ? "kept-from-draft" : "kept";
        return await RecordAsync(turn, question, answer, part => Filled(sent.Values, part), cancel, why);
    }

    /// <summary>By words: the answer as it stands.</summary>
    public static async Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var match = Words().Match(call.Argument);
        var question = match.Success
            ? await turn.Db.FindHandleAsync(turn.Community.Id, Number(match.Groups["question"]), cancel)
            : null;
        var answers = question?.Contributions.Where(
            c => c.Kind != ContributionKind.FollowUp).OrderBy(c => c.Id).ToList();
        var answer = answers?.ElementAtOrDefault(match.Groups["answer"].Success ? Number(match.Groups["answer"]) - 1 : 0);
        if (question is null || answer is null || answer.RemovedAt is not null) return Outcome.Of(turn.Tell(Which));
        var naming = match.Groups["naming"].Value.ToLowerInvariant();
        return await RecordAsync(
            turn,
            question,
            answer,
            id => id switch
            {
                "title" => PracticeNote.TitleOf(question.Private ? answer.Text : question.Text),
                "doing" => answer.Text,
                "naming" => naming,
                _ => null,
            },
            cancel);
    }

    [GeneratedRegex(
        @"Q(?<question>[0-9]{1,9})(?:\.(?<answer>[0-9]{1,4}))?(?:\s+(?<naming>named|role|unnamed|nommée?|rôle|anonyme))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    /// <summary>
    /// The note in review. Of an answer there is one, by its author; of a thread whoever keeps it vouches.
    /// </summary>
    public static async Task<Outcome> RecordAsync(
        Turn turn,
        Question? question,
        Contribution? answer,
        Func<string, string?> part,
        CancellationToken cancel,
        string why = "kept")
    {
        var me = turn.Me.Member;
        if (answer is not null)
        {
            if (answer.AuthorId != me.Id) return Outcome.Of(turn.Tell(NotYours));
            if (await turn.Db.Notes.FirstOrDefaultAsync(n => n.AnswerId == answer.Id, cancel) is { } kept)
            {
                return Outcome.Of(turn.Tell(Already, kept.Handle));
            }
        }

        var note = new PracticeNote
        {
            Id = turn.NewId(),
            CommunityId = turn.Community.Id,
            Number = ++turn.Community.Notes,
            AnswerId = answer?.Id,
            QuestionId = question?.Id,
            AuthorId = me.Id,
            Naming = NamingOf(part("naming")),
            Title = "",
            Language = turn.Language == Language.French ? "fr" : "en",
            CreatedAt = turn.Now,
        };
        note.Title = note.Handle;
        foreach (var field in EditForm.Fields) NoteParts.Set(note, field.Id, part(field.Id));
        turn.Db.Notes.Add(note);
        turn.Revise(note, why);
        return Outcome.Of(turn.Tell(Thanks, note.Handle))
            .Raise(new NoteChanged(note, me.Id, "created"))
            .Send(await Review.AskAsync(turn, note, me, cancel));
    }

    private static async Task DropDraftsAsync(Turn turn, Contribution answer, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        turn.Db.WritingRequests.RemoveRange(await turn.Db.WritingRequests
            .Where(request => request.MemberId == me && request.SubjectId == answer.Id).ToListAsync(cancel));
    }

    public static NoteNaming NamingOf(string? words) => words switch
    {
        KeepForm.Named or "nommé" or "nommée" => NoteNaming.Named,
        KeepForm.Role or "rôle" => NoteNaming.RoleOnly,
        _ => NoteNaming.Unnamed,
    };

    public static string? Filled(IReadOnlyDictionary<string, string> values, string id) =>
        values.GetValueOrDefault(id) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
