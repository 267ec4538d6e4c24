using System.Globalization;
using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// What tells who knows, as the index takes it in: every answer that somebody gave to somebody else, whoever may read
/// it, and what members say of their own knowledge. Of the texts the index keeps words only.
/// </summary>
internal static class ExpertTexts
{
    private const int AtOnce = 500;

    /// <summary>Everything, in portions.</summary>
    public static async IAsyncEnumerable<IReadOnlyDictionary<string, ExpertRecord>> AllAsync(
        CopBotDbContext db,
        Community community,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var questions = await Given(db).Where(c => c.CommunityId == community.Id).Select(c => c.QuestionId).Distinct()
            .ToListAsync(cancel);
        foreach (var portion in questions.Chunk(AtOnce)) yield return await QuestionsAsync(db, community, portion,
            cancel);
        var members = await db.Members.AsNoTracking()
            .Where(m => m.CommunityId == community.Id && m.Expertise.Count > 0).Select(m => m.Id).ToListAsync(cancel);
        foreach (var portion in members.Chunk(AtOnce)) yield return await MembersAsync(db, portion, cancel);
    }

    /// <summary>What changed, as it is now.</summary>
    public static async Task<IReadOnlyDictionary<string, ExpertRecord>> OfAsync(
        CopBotDbContext db, Community community, IReadOnlyCollection<KnowledgeChange> changes, CancellationToken cancel)
    {
        var records = new Dictionary<string, ExpertRecord>(StringComparer.Ordinal);
        var questions = changes.Select(change => change.QuestionId).OfType<Guid>().Distinct();
        foreach (var portion in questions.Chunk(AtOnce)) Add(await QuestionsAsync(db, community, portion, cancel));
        var members = changes.Select(change => change.MemberId).OfType<Guid>().Distinct();
        foreach (var portion in members.Chunk(AtOnce)) Add(await MembersAsync(db, portion, cancel));
        return records;

        void Add(IReadOnlyDictionary<string, ExpertRecord> more)
        {
            foreach (var (key, record) in more) records[key] = record;
        }
    }

    private static IQueryable<Contribution> Given(CopBotDbContext db) => db.Contributions.AsNoTracking()
        .Where(c => c.Kind == ContributionKind.Answer && c.AuthorId != null && c.RemovedAt == null);

    private static async Task<IReadOnlyDictionary<string, ExpertRecord>> QuestionsAsync(
        CopBotDbContext db, Community community, Guid[] ids, CancellationToken cancel)
    {
        var rows = await (
            from answer in Given(db)
            join question in db.Questions.AsNoTracking() on answer.QuestionId equals question.Id
            where ids.Contains(question.Id) && answer.AuthorId != question.AskerId
            orderby answer.SaidAt
            select new { question.Id, Asked = question.Text, answer.AuthorId, answer.Text, answer.SaidAt })
            .ToListAsync(cancel);
        var records = ids.ToDictionary(id => KeyOf('q', id), _ => ExpertRecord.Nothing, StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(row => row.Id))
        {
            var asked = group.First().Asked;
            records[KeyOf('q', group.Key)] = ExpertRecord.Of(
                new(asked, Language: KnownTexts.LanguageOf(community, null, asked)),
                [.. group.Select(row => new GivenAnswer(row.AuthorId!.Value, row.Text, row.SaidAt))]);
        }

        return records;
    }

    private static async Task<IReadOnlyDictionary<string, ExpertRecord>> MembersAsync(
        CopBotDbContext db, Guid[] ids, CancellationToken cancel)
    {
        var rows = await db.Expertise.AsNoTracking().Where(e => ids.Contains(e.MemberId))
            .Select(e => new { e.MemberId, e.Topic }).ToListAsync(cancel);
        var topics = rows.ToLookup(row => row.MemberId, row => row.Topic);
        return ids.ToDictionary(id => KeyOf('m', id), id => ExpertRecord.Of(id, [.. topics[id]]),
            StringComparer.Ordinal);
    }

    private static string KeyOf(char kind, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{kind}{id:N}");
}
