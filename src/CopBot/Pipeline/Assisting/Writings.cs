using System.Collections.Concurrent;
using CopBot.Diagnostics;
using CopBot.Domain;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>What a language model wrote, remembered until the turn that wants it is decided anew.</summary>
internal sealed class Writings(ITextModel? model, TokenBudget budget, ILogger<Writings> logger)
{
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<Guid, Written?> _written = new();

    /// <summary>Whether there is a model that writes.</summary>
    public bool Available => model is { Writes: true };

    /// <summary>What was written; null if the model could not, or may not today.</summary>
    /// <exception cref="WritingNeededException">It was not asked yet.</exception>
    public Written? Of(Community community, Guid key, WritingOrder order)
    {
        if (!Available) return null;

        // Kept, for the turn may meet a conflict and be decided once more.
        return _written.TryGetValue(key, out var written)
            ? written
            : throw new WritingNeededException(community, key, order);
    }

    /// <summary>Asks; whatever comes of it is known then.</summary>
    public async Task FetchAsync(WritingNeededException needed, CancellationToken cancel)
    {
        Written? written = null;
        try
        {
            written = await AskAsync(needed.Community, needed.Order, cancel);
        }
#pragma warning disable CA1031 // Whatever somebody else's service does, whoever waits is told.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.NotWritten(needed.Community.Name, failure);
        }

        if (_written.Count >= MostRemembered) _written.Clear();
        _written[needed.Key] = written;
    }

    private async Task<Written?> AskAsync(Community community, WritingOrder order, CancellationToken cancel)
    {
        var estimate = TokenBudget.Estimate([order.Instruction, order.Data.GetRawText()]) + order.MostTokens;
        if (!await budget.AllowsAsync(community, estimate, model!.DailyTokenBudget, cancel)) return null;
        var written = await model.WriteAsync(order, cancel);
        await budget.SpendAsync(community, written.Tokens, cancel);
        return written;
    }
}
