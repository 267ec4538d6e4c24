using System.Text.Json.Nodes;
using CopBot.Chat.Cards;
using CopBot.Slack.Rendering;
using CopBot.Teams.Rendering;

namespace CopBot.Testing.Cards;

/// <summary>Cards and forms as the platforms get them.</summary>
public static class Renderings
{
    public static JsonArray SlackBlocks(Card card) => BlockKit.Of(card, "slack/main", revision: 0);

    public static JsonObject SlackView(Form form) => SlackModal.Of(form, new(form.Argument, "C1", "channel", null), "✕");

    public static JsonObject TeamsCard(Card card) => AdaptiveCard.Of(card, "teams/main", revision: 0);

    public static JsonObject TeamsDialog(Form form) => AdaptiveForm.Of(form, Guid.Empty, []);
}
