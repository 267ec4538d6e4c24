using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Testing.Cards;
using CopBot.Testing.Validation;
using CopBot.Testing.Worlds;

namespace CopBot.Host.Tests;

/// <summary>
/// Every kind of card and form that comes up is what both platforms' schemas allow, with names of any length. With
/// COPBOT_PICTURES set to a folder, the cards are written there as both platforms get them, to be looked at with renderers.
/// </summary>
[Trait("Engine", "Irrelevant")]
public sealed partial class EveryCard
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<CollectedCards>>> Collected =
        new(StringComparer.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task is_valid_on_both_platforms(string language)
    {
        var (cards, forms) = await CollectAsync(language);
        await BulkValidation.ItemsShouldBeValidAsync(BulkValidation.SlackBlocks, cards.Select(Renderings.SlackBlocks));
        var dialogs = forms.Select(Renderings.TeamsDialog).Concat(cards.Select(Renderings.TeamsCard)).ToList();
        await BulkValidation.ShouldBeValidAsync(BulkValidation.AdaptiveCards, dialogs.Select(Plain));
        var modal = await Schemas.SlackModalAsync();
        foreach (var form in forms) modal.Validate(Renderings.SlackView(form).ToJsonString()).ShouldBeEmpty(form.Id);
        foreach (var dialog in dialogs) Encoding.UTF8.GetByteCount(dialog.ToJsonString()).ShouldBeLessThan(28_000);
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"teams-{language}.json"), new JsonArray([.. dialogs]).ToJsonString());
            var slack = cards.Select(Renderings.SlackBlocks).Concat(forms.Select(form => Renderings.SlackView(form)["blocks"]!.DeepClone()));
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"slack-{language}.json"), new JsonArray([.. slack]).ToJsonString());
        }
    }

    /// <summary>No line breaks before a colon or inside quotation marks.</summary>
    [Fact]
    public async Task french_marks_hold_to_their_words()
    {
        var (cards, forms) = await CollectAsync("fr");
        var said = cards.Select(card => PlainRendering.Of(card, words: false))
            .Concat(cards.Select(card => card.Summary))
            .Concat(forms.SelectMany(form => form.Fields.Select(field => field.Label).Append(form.Title)));
        var labels = cards.SelectMany(card => card.Blocks).OfType<Facts>().SelectMany(facts => facts.Items).Select(fact => fact.Label);
        labels.Where(label => !label.EndsWith('\u00A0')).ShouldAllBe(label => Handle().IsMatch(label));
        foreach (var words in said) Loose().Matches(words).ShouldBeEmpty(words);
    }

    /// <summary>Collected once for each language, whichever test comes first.</summary>
    private static Task<CollectedCards> CollectAsync(string language) =>
        Collected.GetOrAdd(language, _ => new(() => WorldGallery.CollectAsync(
            language, account => $"{new string('ß', 60)} عبد الرحمن {account[3]}"))).Value;

    [GeneratedRegex("""« | [:;!?»]""")]
    private static partial Regex Loose();

    [GeneratedRegex("""^Q\d+$""")]
    private static partial Regex Handle();

    /// <summary>The schema knows nothing of Teams' own part.</summary>
    private static JsonObject Plain(JsonObject card)
    {
        var plain = card.DeepClone().AsObject();
        plain.Remove("msteams");
        return plain;
    }
}
