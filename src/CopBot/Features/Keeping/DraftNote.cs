using System.Text.Json;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>
/// A machine drafts the note from the answer; its author reads it, changes it, and keeps it or not. Nothing of it is
/// anywhere else before.
/// </summary>
internal static class DraftNote
{
    public const string Timer = "draft-note";

    /// <summary>Behind the answer's id where a form is filled with a machine's draft.</summary>
    private const char Drafted = 'm';

    private static readonly Phrase NoMachine = new("No machine that drafts is connected.", "Aucune machine qui rédige n’est connectée.");
    private static readonly Phrase Gone = new("That answer no longer exists, or is not yours.", "Cette réponse n’existe plus, ou n’est pas la vôtre.");
    private static readonly Phrase Working = new("A draft comes in our direct chat; nobody else sees it.", "Un brouillon arrive dans notre conversation directe ; personne d’autre ne le voit.");
    private static readonly Phrase Failed = new("It could not be drafted just now; you can write it yourself.", "Le brouillon n’a pas été possible pour l’instant ; vous pouvez l’écrire vous-même.");

    private static readonly Phrase Machine = new(
        "Drafted by a machine ({0}) from your answer to {1}. Read it, change it, and keep it only if it is what you mean; until then nobody sees it.",
        "Rédigé par une machine ({0}) à partir de votre réponse à {1}. Lisez, modifiez, et ne gardez que si c’est bien ce que vous voulez dire ; d’ici là, personne ne le voit.");

    private static readonly Phrase Change = new("Read, change and keep", "Lire, modifier et garder");
    private static readonly Phrase Myself = new("Write it myself", "L’écrire moi-même");

    public static async Task<Outcome> AskAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        if (!turn.Writes) return Outcome.Of(turn.Tell(NoMachine));
        if (await OwnAsync(turn, press.Argument, turn.Me.Member.Id, cancel) is not var (_, answer))
        {
            return Outcome.Of(turn.Tell(Gone));
        }

        var request = new WritingRequest
        {
            Id = turn.NewId(), CommunityId = turn.Community.Id, MemberId = turn.Me.Member.Id, SubjectId = answer.Id,
                AskedAt = turn.Now,
        };
        turn.Db.WritingRequests.Add(request);
        return Outcome.Of(turn.Tell(Working)).Wait(new(Timer, request.Id, turn.Now));
    }

    /// <summary>By itself, so that nobody's conversation waits for it.</summary>
    public static async Task<Outcome> DueAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var request = await turn.Db.WritingRequests.FirstOrDefaultAsync(r => r.Id == due.SubjectId, cancel);
        if (request is null or { Result: not null }) return Outcome.Nothing;
        var member = await turn.Db.WholeMembers().FirstOrDefaultAsync(m => m.Id == request.MemberId, cancel);
        if (member is null || await OwnAsync(turn, $"{request.SubjectId:N}", member.Id, cancel) is not var (question, answer))
        {
            turn.Db.WritingRequests.Remove(request);
            return Outcome.Nothing;
        }

        var language = turn.LanguageOf(member);
        var written = turn.Write(request.Id, NoteOrder.Of(question, answer, language));
        var parts = written is null ? null : NoteOrder.Read(written.Text);
        if (parts is null) turn.Db.WritingRequests.Remove(request);
        else request.Result = JsonSerializer.Serialize(parts);
        return new Outcome().Send(Reach.Direct(turn, member, _ => parts is null
            ? Card.Saying(Failed.In(language)) with { Actions = [KeepAction(answer, language)] }
            : CardOf(question, request, parts, written!.Model, language)));
    }

    /// <summary>The form, filled with the draft.</summary>
    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var request = Guid.TryParseExact(argument, "N", out var id)
            ? await turn.Db.WritingRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.MemberId == me,
                cancel)
            : null;
        if (request?.Result is null || await OwnAsync(turn, $"{request.SubjectId:N}", me, cancel) is null) return Gone;
        var parts = JsonSerializer.Deserialize<Dictionary<string, string>>(request.Result)!;
        var form = KeepForm.Of(KeepForm.Id, $"{request.SubjectId:N}{Drafted}", turn.Language, "", "");
        return form with
        {
            Fields = [.. form.Fields.Select(field => parts.TryGetValue(field.Id, out var part)
                ? field with { Initial = Shortening.To(part, field.MaxLength) }
                : field)],
        };
    }

    /// <summary>The answer's id in a form's argument, and whether the form was filled with a machine's draft.</summary>
    public static (string Answer, bool ByMachine) Read(string argument) =>
        argument.EndsWith(Drafted) ? (argument[..^1], true) : (argument, false);

    private static async Task<(Question Question, Contribution Answer)?> OwnAsync(
        Turn turn, string id, Guid member, CancellationToken cancel) =>
        await turn.Db.FindContributionAsync(id, cancel) is var (question, answer) && answer.RemovedAt is null
            && answer.AuthorId == member && question.CommunityId == turn.Community.Id
            ? (question, answer)
            : null;

    private static CardAction KeepAction(Contribution answer, Language language) =>
        new("keep", Myself.In(language), $"{answer.Id:N}", "keep …") { OpensForm = true };

    private static Card CardOf(
        Question question, WritingRequest request, Dictionary<string, string> parts, string model, Language language)
    {
        var machine = Machine.In(language, model, question.Handle);
        var labels = KeepForm.LabelsIn(language);
        var shown = parts.Where(part => part.Key != "title").ToList();
        return new(
            $"{parts["title"]}. {string.Join(' ', shown.Select(part => part.Value))} {machine}",
            [
                new Heading(Shortening.To(parts["title"], 150)),
                .. shown.SelectMany(part => new Block[] { new Aside(labels[part.Key]), new Quote(part.Value) }),
                new Aside(machine),
            ])
        {
            Actions =
            [
                new("keep-draft", Change.In(language), $"{request.Id:N}", "keep …") { OpensForm = true, Primary = true },
                new("keep", Myself.In(language), $"{request.SubjectId:N}", "keep …") { OpensForm = true },
            ],
        };
    }
}
