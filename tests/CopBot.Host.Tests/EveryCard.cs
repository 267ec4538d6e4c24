using System.Text;
using System.Text.Json.Nodes;
using CopBot.Testing.Cards;
using CopBot.Testing.Validation;
using CopBot.Testing.Worlds;

namespace CopBot.Host.Tests;

/// <summary>
/// Every kind of card and form that comes up is what both platforms' schemas allow, with names of any length. With
/// COPBOT_PICTURES set to a folder, the cards of Teams are written there, to be looked at with its own renderer.
/// </summary>
public sealed class EveryCard
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task is_valid_on_both_platforms(string language)
    {
        var (cards, forms) = await WorldGallery.CollectAsync(
            language, account => $"{new string('ß', 60)} عبد الرحمن {account[3]}");
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
        }
    }

    /// <summary>The schema knows nothing of Teams' own part.</summary>
    private static JsonObject Plain(JsonObject card)
    {
        var plain = card.DeepClone().AsObject();
        plain.Remove("msteams");
        return plain;
    }
}
