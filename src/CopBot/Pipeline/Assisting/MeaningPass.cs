using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>One look at what changed, or at everything if the model is another.</summary>
internal sealed class MeaningPass(
    ITextModel? model, SoughtMeanings sought, TokenBudget budget, IStore store, SecurityClock clock,
        ILogger<MeaningPass> logger)
{
    private const int ItemsAtOnce = 40;
    private const int TextsAtOnce = 64;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <returns>False if something is left to be done later.</returns>
    public async Task<bool> RunAsync(Community community, CancellationToken cancel)
    {
        var (progress, keys, position) = await LeftAsync(community, cancel);
        if (keys.Count == 0) return true;
        if (!await ClaimAsync(community, cancel)) return true;
        var (whole, before) = (true, progress.Model);
        try
        {
            foreach (var (portion, items) in keys.Chunk(ItemsAtOnce).Index())
            {
                whole &= await KeepAsync(community, progress, items, cancel);
                if (keys.Count > ItemsAtOnce && model is { Embeds: true })
                {
                    var done = Math.Min(keys.Count, (portion + 1) * ItemsAtOnce);
                    logger.MeaningsKept(community.Name, done, keys.Count, progress.Model);
                }
            }
        }
        finally
        {
            // Another model than before: what it did not see yet has to be seen by it too.
            var another = before.Length > 0 && before != progress.Model;
            var reached = another ? MeaningProgress.NeverDone : whole ? position : progress.Position;
            await EndAsync(community, progress, reached, cancel);
        }

        return whole;
    }

    /// <summary>What is to be looked at; nothing where no vectors are wanted and none are left.</summary>
    private async Task<(MeaningProgress Progress, IReadOnlyList<string> Keys, long Position)> LeftAsync(
        Community community, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var known = await db.MeaningProgress.AsNoTracking()
            .SingleOrDefaultAsync(p => p.CommunityId == community.Id, cancel);
        if (known is null && model is not { Embeds: true })
        {
            return (new() { CommunityId = community.Id }, [], MeaningProgress.NeverDone);
        }

        var progress = known ?? new() { CommunityId = community.Id };
        if (sought.LastModel is { } other && other != progress.Model && progress.Model.Length > 0)
        {
            (progress.Model, progress.Position) = (other, MeaningProgress.NeverDone);
        }

        if (progress.Position == MeaningProgress.NeverDone)
        {
            var now = await store.KnowledgeFeedAsync(db, community.Id, KnowledgeFeed.Now, cancel);
            return (progress, await KnownTexts.KeysAsync(db, community, cancel), now.Position);
        }

        var feed = await store.KnowledgeFeedAsync(db, community.Id, progress.Position, cancel);
        return (progress, KnownTexts.KeysOf(feed.Changes), Math.Max(feed.Position, progress.Position));
    }

    /// <returns>False if some of the texts have no vectors yet.</returns>
    private async Task<bool> KeepAsync(
        Community community, MeaningProgress progress, string[] keys, CancellationToken cancel)
    {
        var (texts, vectors) = await ReadAsync(community, keys, cancel);
        var kept = vectors.Where(vector => texts.TryGetValue((vector.Item, vector.Part), out var text)
            && vector.Hash.AsSpan().SequenceEqual(ItemTexts.HashOf(text))).ToList();
        var fresh = kept.Where(vector => vector.Model == progress.Model)
            .Select(vector => (vector.Item, vector.Part)).ToHashSet();
        var missing = texts.Where(pair => !fresh.Contains(pair.Key)).ToList();
        var gone = vectors.Except(kept).Select(vector => (vector.Item, vector.Part)).ToList();
        if (model is not { Embeds: true }) missing = [];

        // What must go goes first: the service may be away.
        await WriteAsync(community, progress, [], gone, cancel);
        foreach (var portion in missing.Chunk(TextsAtOnce))
        {
            if (await EmbedAsync(community, progress, portion, cancel) is not { } made) return false;
            await WriteAsync(community, progress, made, [], cancel);
        }

        return true;
    }

    private async Task<(Dictionary<(string Item, int Part), string> Texts, List<TextVector> Vectors)> ReadAsync(
        Community community, string[] keys, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var items = await KnownTexts.OfAsync(db, community, keys, cancel);
        var vectors = await db.TextVectors.AsNoTracking()
            .Where(vector => vector.CommunityId == community.Id && keys.Contains(vector.Item)).ToListAsync(cancel);
        var texts = items.SelectMany(pair => ItemTexts.Of(pair.Value).Index(), (pair, text) => (pair.Key, text))
            .ToDictionary(one => (one.Key, one.text.Index), one => one.text.Item);
        return (texts, vectors);
    }

    /// <returns>Null if the day’s budget does not allow it.</returns>
    private async Task<IReadOnlyList<TextVector>?> EmbedAsync(
        Community community, MeaningProgress progress, KeyValuePair<(string Item, int Part), string>[] missing,
            CancellationToken cancel)
    {
        var texts = missing.Select(pair => pair.Value).ToList();
        if (!await budget.AllowsAsync(community, TokenBudget.Estimate(texts), model!.DailyTokenBudget,
            cancel)) return null;
        var answer = await model.EmbedAsync(texts, Urgency.Background, cancel);
        await budget.SpendAsync(community, answer.Tokens, cancel);
        progress.Model = answer.Model;
        return [.. missing.Zip(answer.Vectors, (pair, vector) => new TextVector
        {
            CommunityId = community.Id,
            Item = pair.Key.Item,
            Part = pair.Key.Part,
            Model = answer.Model,
            Hash = ItemTexts.HashOf(pair.Value),
            Vector = Matching.Meanings.TextMeaning.Of(answer.Model, vector).ToBytes(),
        })];
    }

    /// <summary>Every index hears of it as of any other change.</summary>
    private async Task WriteAsync(
        Community community,
        MeaningProgress progress,
        IReadOnlyList<TextVector> made,
        List<(string Item, int Part)> gone,
        CancellationToken cancel)
    {
        if (made.Count == 0 && gone.Count == 0) return;
        var touched = made.Select(vector => vector.Item).Concat(gone.Select(one => one.Item))
            .Distinct(StringComparer.Ordinal).ToList();
        var places = made.Select(vector => (vector.Item, vector.Part)).Concat(gone).ToHashSet();
        await store.WriteAsync(
            async (db, token) =>
            {
                var there = await db.TextVectors
                    .Where(vector => vector.CommunityId == community.Id
                        && touched.Contains(vector.Item)).ToListAsync(token);
                db.TextVectors.RemoveRange(there.Where(vector => places.Contains((vector.Item, vector.Part))));
                await db.SaveChangesAsync(token);
                db.ChangeTracker.Clear();
                db.TextVectors.AddRange(made);
                foreach (var (isNote, id) in touched.Select(KnownTexts.Read))
                {
                    db.KnowledgeChanges.Add(new()
                    {
                        CommunityId = community.Id, NoteId = isNote ? id : null, QuestionId = isNote ? null : id,
                    });
                }

                return await db.SaveChangesAsync(token);
            },
            cancel);
        await ExtendAsync(community, progress, cancel);
    }

    private async Task<bool> ClaimAsync(Community community, CancellationToken cancel)
    {
        var (now, until) = (clock.Now, clock.Now + Claim);
        await store.WriteAloneAsync(
            "meanings",
            async (db, token) =>
            {
                if (await db.MeaningProgress.AnyAsync(p => p.CommunityId == community.Id, token)) return true;
                db.MeaningProgress.Add(new() { CommunityId = community.Id });
                await db.SaveChangesAsync(token);
                return true;
            },
            cancel);
        return await store.ChangeAsync(
            (db, token) => db.MeaningProgress.Where(p => p.CommunityId == community.Id && p.ClaimedUntil < now)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ClaimedUntil, until), token),
            cancel) == 1;
    }

    private Task<int> ExtendAsync(Community community, MeaningProgress progress, CancellationToken cancel)
    {
        var until = clock.Now + Claim;
        return store.ChangeAsync(
            (db, token) => db.MeaningProgress.Where(p => p.CommunityId == community.Id).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.ClaimedUntil, until).SetProperty(p => p.Model, progress.Model), token),
            cancel);
    }

    private Task<int> EndAsync(Community community, MeaningProgress progress, long position,
        CancellationToken cancel) =>
        store.ChangeAsync(
            (db, token) => db.MeaningProgress.Where(p => p.CommunityId == community.Id).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.ClaimedUntil, DateTimeOffset.UnixEpoch)
                    .SetProperty(p => p.Model, progress.Model).SetProperty(p => p.Position, position),
                token),
            cancel);
}
