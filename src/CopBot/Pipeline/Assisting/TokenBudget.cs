using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>What a language model costs each community, for all hosts and days.</summary>
internal sealed class TokenBudget(IStore store, SecurityClock clock, ILogger<TokenBudget> logger)
{
    private readonly ConcurrentDictionary<Guid, DateOnly> _told = new();

    /// <summary>About so many characters are a token of English; of other scripts fewer.</summary>
    private const int CharactersOfToken = 3;

    /// <summary>What a text is about to cost.</summary>
    public static int Estimate(IEnumerable<string> texts) => texts.Sum(text => 1 + (text.Length / CharactersOfToken));

    /// <summary>Whether so many more are within the day’s budget.</summary>
    public async Task<bool> AllowsAsync(Community community, int tokens, int budget, CancellationToken cancel)
    {
        var today = Today;
        await using var db = await store.OpenAsync(cancel);
        var used = await db.TokenUses.AsNoTracking().Where(use => use.CommunityId == community.Id && use.Day == today)
            .SumAsync(use => use.Tokens, cancel);
        if (used + tokens <= budget) return true;
        if (!_told.TryGetValue(community.Id, out var day) || day != today)
        {
            _told[community.Id] = today;
            logger.BudgetSpent(community.Name, used, budget);
        }

        return false;
    }

    /// <summary>Writes down what was used.</summary>
    public async Task SpendAsync(Community community, int tokens, CancellationToken cancel)
    {
        var (id, today) = (community.Id, Today);
        Telemetry.TokensUsed(tokens);
        while (await store.ChangeAsync((db, token) => db.TokenUses.Where(use => use.CommunityId == id
            && use.Day == today)
            .ExecuteUpdateAsync(set => set.SetProperty(use => use.Tokens, use => use.Tokens + tokens), token),
                cancel) == 0)
        {
            try
            {
                await store.WriteAsync(
                    async (db, token) =>
                    {
                        db.TokenUses.Add(new TokenUse { CommunityId = id, Day = today });
                        return await db.SaveChangesAsync(token);
                    },
                    cancel);
            }
            catch (Exception failure) when (failure is ConflictException or DbUpdateException)
            {
                // Another host began the day.
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);
}
