using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Matching.Meanings;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// Has texts seen by the model, within the day's budget; a text that it refuses keeps no other from it.
/// </summary>
internal sealed class TextEmbedding(ITextModel? model, TokenBudget budget, ILogger<TextEmbedding> logger)
{
    /// <summary>So many in one request.</summary>
    public const int MostAtOnce = 64;

    /// <summary>In scripts of which each letter costs several tokens, so many letters are not too long.</summary>
    private const int Short = 1500;

    /// <summary>The model's own name today; null if the budget is spent.</summary>
    /// <exception cref="TextModelException">Nobody can tell.</exception>
    public async Task<string?> ModelOfTodayAsync(Community community, CancellationToken cancel) =>
        (await AskAsync(community, ["?"], cancel))?.Model;

    /// <returns>Null if the day's budget does not allow it; without those that the model refuses.</returns>
    /// <exception cref="TextModelException">It failed, whatever the texts are.</exception>
    public async Task<IReadOnlyList<TextVector>?> OfAsync(
        Community community, IReadOnlyList<ItemText> texts, CancellationToken cancel)
    {
        try
        {
            return await AskAsync(community, [.. texts.Select(text => text.Text)], cancel) is { } answer
                ? [.. texts.Zip(answer.Vectors, (text, vector) => VectorOf(community, text, answer.Model, vector))]
                : null;
        }
        catch (TextModelException failure) when (failure.Refused)
        {
            return await PartsAsync(community, texts, cancel);
        }
    }

    private async Task<IReadOnlyList<TextVector>?> PartsAsync(
        Community community, IReadOnlyList<ItemText> texts, CancellationToken cancel)
    {
        if (texts is [var one])
        {
            if (one.Text.Length > Short) return await OfAsync(community, [one with { Text = one.Text[..Short] }],
                cancel);
            logger.TextRefused(community.Name, one.Item, one.Part);
            return [];
        }

        var half = texts.Count / 2;
        var first = await OfAsync(community, [.. texts.Take(half)], cancel);
        var second = first is null ? null : await OfAsync(community, [.. texts.Skip(half)], cancel);
        return second is null ? null : [.. first!, .. second];
    }

    private async Task<Embedded?> AskAsync(Community community, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        if (!await budget.AllowsAsync(community, TokenBudget.Estimate(texts), model!.DailyTokenBudget,
            cancel)) return null;
        var answer = await model.EmbedAsync(texts, Urgency.Background, cancel);
        await budget.SpendAsync(community, answer.Tokens, cancel);
        return answer;
    }

    private static TextVector VectorOf(Community community, ItemText text, string model, float[] vector) => new()
    {
        CommunityId = community.Id,
        Item = text.Item,
        Part = text.Part,
        Model = model,
        Hash = text.Hash,
        Vector = TextMeaning.Of(model, vector).ToBytes(),
    };
}
