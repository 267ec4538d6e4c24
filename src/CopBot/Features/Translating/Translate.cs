using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Translating;

/// <summary>Somebody wants to read something in another language than it was written in.</summary>
internal static class Translate
{
    private static readonly Phrase NoMachine = new("No machine that translates is connected.", "Aucune machine qui traduit n’est connectée.");
    private static readonly Phrase Gone = new("That is not there any more.", "Cela n’existe plus.");
    private static readonly Phrase Working = new("I have it translated; it comes in our direct chat.", "Je le fais traduire ; cela arrive dans notre conversation directe.");

    private static readonly Phrase Failed = new(
        "It could not be translated just now. Here is the original.", "La traduction n’a pas été possible pour l’instant. Voici l’original.");

    private static readonly Phrase Machine = new(
        "Translated by a machine ({0}) from the original; nobody has checked it.",
        "Traduit par une machine ({0}) à partir de l’original ; personne ne l’a vérifié.");

    private static readonly Phrase MachinePart = new(
        "The beginning of the original, translated by a machine ({0}); nobody has checked it.",
        "Le début de l’original, traduit par une machine ({0}) ; personne ne l’a vérifié.");

    private static readonly Phrase Original = new("The original", "L’original");

    public static async Task<PracticeNote?> NamedAsync(Turn turn, string handle, CancellationToken cancel) =>
        await turn.FindNoteAsync(int.Parse(handle.Trim(':', ' ')[1..], CultureInfo.InvariantCulture), cancel);

    public static Outcome Ask(Turn turn, Guid? subject)
    {
        if (!turn.Writes) return Outcome.Of(turn.Tell(NoMachine));
        if (subject is not { } id) return Outcome.Of(turn.Tell(Gone));
        var request = new WritingRequest
        {
            Id = turn.NewId(), CommunityId = turn.Community.Id, MemberId = turn.Me.Member.Id, SubjectId = id,
                AskedAt = turn.Now,
        };
        turn.Db.WritingRequests.Add(request);
        return Outcome.Of(turn.Tell(Working)).Wait(new(TranslatingFeature.Timer, request.Id, turn.Now));
    }

    /// <summary>By itself, so that nobody's conversation waits for it.</summary>
    public static async Task<Outcome> DueAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var request = await turn.Db.WritingRequests.FirstOrDefaultAsync(r => r.Id == due.SubjectId, cancel);
        if (request is null) return Outcome.Nothing;
        turn.Db.WritingRequests.Remove(request);
        var member = await turn.Db.WholeMembers().FirstOrDefaultAsync(m => m.Id == request.MemberId, cancel);
        var found = await Readable.FindAsync(turn, request.SubjectId, cancel);
        if (member is null || found is null) return Outcome.Nothing;
        var people = await turn.Db.PeopleAsync([found.AuthorId], cancel);
        var language = turn.LanguageOf(member);
        var terms = await GlossaryTerms.EquivalentsAsync(turn, TranslationOrder.TextOf(found), cancel);
        var written = turn.Write(request.Id, TranslationOrder.Of(found, language, terms));
        return new Outcome().Send(Reach.Direct(turn, member, _ =>
            written is not null && TranslationOrder.Read(written.Text, found) is { } translated
                ? CardOf(found, translated, written.Model, language)
                : OriginalOf(found, people, language, Failed)));
    }

    public static async Task<Outcome> OriginalAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        var found = Guid.TryParseExact(press.Argument, "N", out var id) ? await Readable.FindAsync(turn, id, cancel) : null;
        if (found is null) return Outcome.Of(turn.Tell(Gone));
        var people = await turn.Db.PeopleAsync([found.AuthorId], cancel);
        return Outcome.Of(turn.Tell(OriginalOf(found, people, turn.Language, said: null)));
    }

    private static Card CardOf(Found found, Translated translated, string model, Language language)
    {
        var machine = (TranslationOrder.IsPart(found) ? MachinePart : Machine).In(language, model);
        var heading = $"{found.Note?.Handle ?? found.Question!.Handle} · {translated.Title}";
        return new($"{heading}: {translated.Body} {machine}", [
            new Heading(Shortening.To(heading, 150)), new Quote(translated.Body), new Aside(machine),
        ])
        {
            Actions = [new("original", Original.In(language), $"{found.Note?.Id ?? found.Answer!.Id:N}", $"find {found.Note?.Handle}")],
        };
    }

    private static Card OriginalOf(
        Found found, IReadOnlyDictionary<Guid, Member> people, Language language, Phrase? said)
    {
        var words = said?.In(language) ?? "";
        Block[] first = said is null ? [] : [new Paragraph(words)];
        return new($"{words} {FoundCards.SummaryOf(found)}".Trim(), [.. first, .. FoundCards.BlocksOf(found, people, language)]);
    }
}
