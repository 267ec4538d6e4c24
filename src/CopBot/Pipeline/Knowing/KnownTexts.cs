using CopBot.Domain;
using CopBot.Matching.Detection;
using CopBot.Matching.Similarity;
using CopBot.Pipeline.Assisting;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// What a community knows, as the index takes it in: published notes, and questions with the answers that helped and
/// may be shown to all. An answer from which a note was kept is the note's.
/// </summary>
internal static class KnownTexts
{
    private const int AtOnce = 500;

    public static string KeyOf(Question question) => KeyOf('q', question.Id);

    public static string KeyOf(PracticeNote note) => KeyOf('n', note.Id);

    /// <summary>Of a note, or else of a question.</summary>
    public static string KeyOf(Guid? note, Guid? question) =>
        note is { } id ? KeyOf('n', id) : KeyOf('q', question!.Value);

    /// <summary>That something is to be looked at again.</summary>
    public static KnowledgeChange ChangeOf(Community community, string key)
    {
        var (isNote, id) = Read(key);
        return new()
        {
            CommunityId = community.Id, NoteId = isNote ? id : null, QuestionId = isNote ? null : id,
        };
    }

    /// <summary>The id that a key stands for.</summary>
    public static (bool IsNote, Guid Id) Read(string key) => (key[0] == 'n', Guid.ParseExact(key[1..], "N"));

    /// <summary>Everything, in portions.</summary>
    public static async IAsyncEnumerable<IReadOnlyDictionary<string, KnownItem?>> AllAsync(
        CopBotDbContext db,
        Community community,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var portion in (await KeysAsync(db, community, cancel)).Chunk(AtOnce))
        {
            yield return await OfAsync(db, community, portion, cancel);
        }
    }

    /// <summary>The keys of all that may be known.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(
        CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var notes = await db.Notes.AsNoTracking().Where(n => n.CommunityId == community.Id).Select(n => n.Id)
            .ToListAsync(cancel);
        var questions = await db.Contributions.AsNoTracking()
            .Where(c => c.CommunityId == community.Id && c.HelpedAt != null && c.RemovedAt == null)
            .Select(c => c.QuestionId).Distinct().ToListAsync(cancel);
        return [.. notes.Select(id => KeyOf('n', id)), .. questions.Select(id => KeyOf('q', id))];
    }

    /// <summary>The keys of the questions and notes that changed.</summary>
    public static IReadOnlyList<string> KeysOf(IEnumerable<KnowledgeChange> changes) =>
    [
        .. changes.Select(change => change switch
        {
            { NoteId: { } note } => KeyOf('n', note),
            { QuestionId: { } question } => KeyOf('q', question),
            _ => null,
        }).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Some questions and notes as they are now; null for what is not known to all.</summary>
    public static async Task<IReadOnlyDictionary<string, KnownItem?>> OfAsync(
        CopBotDbContext db, Community community, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var items = keys.ToDictionary(key => key, _ => (KnownItem?)null, StringComparer.Ordinal);
        var ids = keys.Select(Read).ToLookup(key => key.IsNote, key => key.Id);
        var (questions, notes) = (ids[false].ToList(), ids[true].ToList());
        foreach (var found in await FoundNotesAsync(db, notes, cancel))
        {
            items[KeyOf(found)] = new(
                found.Title, found.Body, [], LanguageOf(community, found.Language, $"{found.Title} {found.Body}"));
        }

        foreach (var group in (await FoundAnswersAsync(db, questions, cancel)).GroupBy(pair => pair.Question.Id))
        {
            var question = group.First().Question;
            items[KeyOf(question)] = ItemOf(community, question, [.. group.Select(pair => pair.Answer)]);
        }

        var vectors = await db.TextVectors.AsNoTracking()
            .Where(vector => vector.CommunityId == community.Id && keys.Contains(vector.Item)).ToListAsync(cancel);
        foreach (var group in vectors.GroupBy(vector => vector.Item, StringComparer.Ordinal))
        {
            if (items[group.Key] is { } item) items[group.Key] =
                item with { Meaning = ItemTexts.MeaningOf(group.Key, item, group) };
        }

        return items;
    }

    /// <summary>A question and those of its answers that helped.</summary>
    public static KnownItem ItemOf(Community community, Question question, IReadOnlyList<Contribution> answers) => new(
        question.Text, "", [.. answers.Select(answer => answer.Text)], LanguageOf(community, null, question.Text));

    /// <summary>Published notes among some.</summary>
    public static Task<List<PracticeNote>> FoundNotesAsync(
        CopBotDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => ids.Count == 0
        ? Task.FromResult<List<PracticeNote>>([])
        : db.Notes.AsNoTracking().Where(n => ids.Contains(n.Id)
            && (n.State == NoteState.Published || n.State == NoteState.DueForReview)).ToListAsync(cancel);

    /// <summary>Answers to some questions that helped and may be shown to all, oldest first.</summary>
    public static async Task<List<(Question Question, Contribution Answer)>> FoundAnswersAsync(
        CopBotDbContext db, IReadOnlyCollection<Guid> questions, CancellationToken cancel)
    {
        if (questions.Count == 0) return [];
        var rows = await (
            from answer in db.Contributions.AsNoTracking()
            join question in db.Questions.AsNoTracking() on answer.QuestionId equals question.Id
            where questions.Contains(question.Id) && answer.HelpedAt != null && answer.RemovedAt == null
                && !question.Anonymous && (!question.Private || question.ChannelsAllowed)
                && question.State != QuestionState.Withdrawn
                && !db.Notes.Any(n => n.AnswerId == answer.Id
                    && (n.State == NoteState.Published || n.State == NoteState.DueForReview))
            orderby answer.SaidAt
            select new { question, answer }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.question, row.answer))];
    }

    /// <summary>The language of a text among the community's; its first, where nothing tells.</summary>
    public static string LanguageOf(Community community, string? known, string text, string? writer = null)
    {
        string[] codes = [.. community.Languages.Append(known).Append(writer).OfType<string>().Select(CodeOf)
            .Distinct(StringComparer.Ordinal)];
        if (codes.Length == 0) return "en";
        var expected = codes.ToDictionary(
            code => code, code => code == (known ?? writer)?.Split('-')[0] ? Prior : 1, StringComparer.Ordinal);
        return LanguageDetection.Among(codes).Of(text, expected) ?? codes[0];
    }

    /// <summary>People mostly write what they always write.</summary>
    private const double Prior = 5;

    private static string CodeOf(string tag) => tag.Split('-')[0].ToLowerInvariant();

    private static string KeyOf(char kind, Guid id) => $"{kind}{id:N}";
}
