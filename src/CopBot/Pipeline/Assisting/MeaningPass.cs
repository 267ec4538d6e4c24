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
    ITextModel? model, SoughtMeanings sought, TextEmbedding embedding, IStore store, SecurityClock clock,
    ILogger<MeaningPass> logger)
{
    private const int ItemsAtOnce = 40;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <returns>False if something is left to be done later.</returns>
    /// <exception cref="TextModelException">The service failed; all that needs no service is done.</exception>
    public async Task<bool> RunAsync(Community community, CancellationToken cancel)
    {
        if (await ProgressAsync(community, cancel) is not { } progress) return true;
        var before = progress.Model;
        await DoubtAsync(community, progress, cancel);
        var (keys, position) = await LeftAsync(community, progress, cancel);
        if (keys.Count == 0 || !await ClaimAsync(community, cancel)) return true;
        var (whole, failure) = (false, (TextModelException?)null);
        try
        {
            (whole, failure) = await KeepAllAsync(community, progress, keys, cancel);
        }
        finally
        {
            // Another model than before: what it did not see yet has to be seen by it too.
            var another = before.Length > 0 && before != progress.Model
                && progress.Position != MeaningProgress.NeverDone;
            var reached = another ? MeaningProgress.NeverDone : whole ? position : progress.Position;
            await EndAsync(community, progress, reached, cancel);
        }

        return failure is null ? whole : throw failure;
    }

    /// <summary>Null where no vectors are wanted and none are left.</summary>
    private Task<MeaningProgress?> ProgressAsync(Community community, CancellationToken cancel) => store.ReadAsync(
        async (db, token) =>
        {
            var known = await db.MeaningProgress.AsNoTracking()
                .SingleOrDefaultAsync(p => p.CommunityId == community.Id, token);
            var wanted = known is not null || model is { Embeds: true }
                || await db.TextVectors.AnyAsync(vector => vector.CommunityId == community.Id, token);
            return wanted ? known ?? new() { CommunityId = community.Id } : null;
        },
        cancel);

    /// <summary>
    /// A search was answered by another model than the vectors are of, some time ago, and perhaps on another host:
    /// which one it is today only the service can tell.
    /// </summary>
    private async Task DoubtAsync(Community community, MeaningProgress progress, CancellationToken cancel)
    {
        if (sought.LastModel is not { } last || last == progress.Model || progress.Model.Length == 0) return;
        if (await embedding.ModelOfTodayAsync(community, cancel) is not { } today) return;
        sought.LastModel = today;
        if (today == progress.Model) return;
        (progress.Model, progress.Position) = (today, MeaningProgress.NeverDone);
    }

    /// <summary>What is to be looked at, and up to where in the feed that is everything.</summary>
    private async Task<(IReadOnlyList<string> Keys, long Position)> LeftAsync(
        Community community, MeaningProgress progress, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        if (progress.Position != MeaningProgress.NeverDone)
        {
            var feed = await store.KnowledgeFeedAsync(db, community.Id, progress.Position, cancel);

            // A position that was not reached yet came with a database restored from another server.
            if (feed.Position >= progress.Position) return (KnownTexts.KeysOf(feed.Changes), feed.Position);
        }

        // What has vectors and is not known any more is among what must be looked at.
        var now = await store.KnowledgeFeedAsync(db, community.Id, KnowledgeFeed.Now, cancel);
        var kept = await db.TextVectors.Where(vector => vector.CommunityId == community.Id)
            .Select(vector => vector.Item).Distinct().ToListAsync(cancel);
        return ([.. (await KnownTexts.KeysAsync(db, community, cancel)).Union(kept, StringComparer.Ordinal)],
            now.Position);
    }

    /// <returns>Whether every text has its vector, and what stood in the way if it was the service.</returns>
    private async Task<(bool Whole, TextModelException? Failure)> KeepAllAsync(
        Community community, MeaningProgress progress, IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var (whole, failure) = (true, (TextModelException?)null);
        foreach (var (portion, items) in keys.Chunk(ItemsAtOnce).Index())
        {
            var missing = await CleanAsync(community, progress, items, cancel);
            if (missing.Count == 0 || model is not { Embeds: true }) continue;

            // Once the service failed or the budget is spent, only what must go is still looked for.
            whole = whole && await SeeAsync();
            if (keys.Count > ItemsAtOnce && whole)
            {
                var done = Math.Min(keys.Count, (portion + 1) * ItemsAtOnce);
                logger.MeaningsKept(community.Name, done, keys.Count, progress.Model);
            }

            async Task<bool> SeeAsync()
            {
                try
                {
                    return await AddAsync(community, progress, missing, cancel);
                }
                catch (TextModelException away)
                {
                    failure = away;
                    return false;
                }
            }
        }

        return (whole, failure);
    }

    /// <summary>Lets vectors go whose text is another or none; the service may be away meanwhile.</summary>
    /// <returns>The texts without a vector of today's model.</returns>
    private async Task<IReadOnlyList<ItemText>> CleanAsync(
        Community community, MeaningProgress progress, string[] keys, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var texts = (await KnownTexts.OfAsync(db, community, keys, cancel))
            .SelectMany(pair => ItemTexts.Of(pair.Key, pair.Value)).ToDictionary(text => (text.Item, text.Part));
        var vectors = await db.TextVectors.AsNoTracking()
            .Where(vector => vector.CommunityId == community.Id && keys.Contains(vector.Item)).ToListAsync(cancel);
        await db.DisposeAsync();
        var kept = vectors.Where(vector => texts.TryGetValue((vector.Item, vector.Part), out var text)
            && vector.Hash.AsSpan().SequenceEqual(text.Hash)).ToList();
        await WriteAsync(community, progress, [], [.. vectors.Except(kept)], cancel);
        var fresh = kept.Where(vector => vector.Model == progress.Model)
            .Select(vector => (vector.Item, vector.Part)).ToHashSet();
        return [.. texts.Values.Where(text => !fresh.Contains((text.Item, text.Part)))];
    }

    /// <returns>False if the day's budget is spent.</returns>
    private async Task<bool> AddAsync(
        Community community, MeaningProgress progress, IReadOnlyList<ItemText> missing, CancellationToken cancel)
    {
        foreach (var portion in missing.Chunk(TextEmbedding.MostAtOnce))
        {
            if (await embedding.OfAsync(community, portion, cancel) is not { } made) return false;
            if (made.Count == 0) continue;
            progress.Model = sought.LastModel = made[0].Model;
            await WriteAsync(community, progress, made, [], cancel);
        }

        return true;
    }

    /// <summary>Every index hears of it as of any other change.</summary>
    private async Task WriteAsync(
        Community community,
        MeaningProgress progress,
        IReadOnlyList<TextVector> made,
        IReadOnlyList<TextVector> gone,
        CancellationToken cancel)
    {
        if (made.Count == 0 && gone.Count == 0) return;
        var places = made.Concat(gone).Select(vector => (vector.Item, vector.Part)).ToHashSet();
        var touched = places.Select(place => place.Item).Distinct(StringComparer.Ordinal).ToList();
        await store.WriteAsync(
            async (db, token) =>
            {
                var there = await db.TextVectors
                    .Where(vector => vector.CommunityId == community.Id && touched.Contains(vector.Item))
                    .ToListAsync(token);
                db.TextVectors.RemoveRange(there.Where(vector => places.Contains((vector.Item, vector.Part))));
                await db.SaveChangesAsync(token);
                db.ChangeTracker.Clear();
                db.TextVectors.AddRange(made);
                db.KnowledgeChanges.AddRange(touched.Select(key => KnownTexts.ChangeOf(community, key)));
                return await db.SaveChangesAsync(token);
            },
            cancel);
        await SetAsync(community, set => set.SetProperty(p => p.ClaimedUntil, clock.Now + Claim)
            .SetProperty(p => p.Model, progress.Model), cancel);
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

    private Task<int> EndAsync(Community community, MeaningProgress progress, long position,
        CancellationToken cancel) =>
        SetAsync(
            community,
            set => set.SetProperty(p => p.ClaimedUntil, DateTimeOffset.UnixEpoch)
                .SetProperty(p => p.Model, progress.Model).SetProperty(p => p.Position, position),
            cancel);

    private Task<int> SetAsync(
        Community community,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<MeaningProgress>> set,
        CancellationToken cancel) => store.ChangeAsync(
        (db, token) => db.MeaningProgress.Where(p => p.CommunityId == community.Id).ExecuteUpdateAsync(set, token),
        cancel);
}
