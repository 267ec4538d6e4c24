using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Matching.Meanings;
using CopBot.Pipeline.Knowing;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>What the texts that somebody looks for mean, remembered for a while.</summary>
internal sealed class SoughtMeanings(
    ITextModel? model, TokenBudget budget, KnowledgeIndexes knowing, SecurityClock clock,
        ILogger<SoughtMeanings> logger)
{
    private const int MostRemembered = 5000;

    /// <summary>Models take so much of a text.</summary>
    public const int MostCharacters = 6000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.8);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FailureRemembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid Community, string Text),
        (TextMeaning? Meaning, DateTimeOffset Until)> _known = new();

    /// <summary>The model that answered last in this process; null before any did.</summary>
    public string? LastModel { get; set; }

    /// <summary>What a text means; null if nobody can tell.</summary>
    /// <exception cref="MeaningNeededException">Somebody can, and was not asked yet.</exception>
    public TextMeaning? Of(Community community, string text)
    {
        if (model is not { Embeds: true } || string.IsNullOrWhiteSpace(text)
            || !knowing.MayHaveMeanings(community)) return null;
        if (Remember(community, text) is { } known) return known.Meaning;
        throw new MeaningNeededException(community, text);
    }

    /// <summary>What a text means if that is known already.</summary>
    public TextMeaning? IfKnown(Community community, string text) => Remember(community, text)?.Meaning;

    /// <summary>Asks; whatever comes of it, the text is known then, be it as one of which nobody can tell.</summary>
    public async Task FetchAsync(MeaningNeededException needed, CancellationToken cancel)
    {
        TextMeaning? meaning = null;
        try
        {
            meaning = await AskAsync(needed.Community, needed.Text, cancel);
        }
#pragma warning disable CA1031 // Whatever somebody else's service does, it is searched without.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.MeaningUnknown(needed.Community.Name, failure);
        }

        if (_known.Count >= MostRemembered) _known.Clear();
        _known[(needed.Community.Id, needed.Text)] =
            (meaning, clock.Now + (meaning is null ? FailureRemembered : Remembered));
    }

    private (TextMeaning? Meaning, DateTimeOffset Until)? Remember(Community community, string text) =>
        _known.TryGetValue((community.Id, text), out var known) && known.Until > clock.Now ? known : null;

    private async Task<TextMeaning?> AskAsync(Community community, string text, CancellationToken cancel)
    {
        var asked = text.Length > MostCharacters ? text[..MostCharacters] : text;
        if (!await budget.AllowsAsync(community, TokenBudget.Estimate([asked]), model!.DailyTokenBudget,
            cancel)) return null;
        var answer = await model.EmbedAsync([asked], Urgency.SomebodyWaits, cancel)
            .WaitAsync(Patience, clock.Time, cancel);
        LastModel = answer.Model;
        await budget.SpendAsync(community, answer.Tokens, cancel);
        return TextMeaning.Of(answer.Model, answer.Vectors[0]);
    }
}
