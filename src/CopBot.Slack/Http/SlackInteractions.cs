using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Slack.Inbound;
using CopBot.Slack.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>
/// Presses and forms. A press that opens a form is answered at once: its trigger lives three seconds.
/// </summary>
internal sealed class SlackInteractions(IIntake intake, SecurityClock clock, ILogger<SlackInteractions> logger)
{
    /// <summary>The shortcut that wants the whole thread, as the manifest names it.</summary>
    private const string WholeThread = "keep-thread";

    /// <summary>Works on a request whose bytes are Slack's: a form with the payload as JSON.</summary>
    public async Task<SlackReply> AnswerAsync(
        ReadOnlyMemory<byte> body, SlackConnection connection, CancellationToken cancel) =>
        Payload(body) is { } payload ? await AnswerAsync(payload, connection, cancel) : SlackReply.Unreadable;

    /// <summary>Works on a press, a form or a shortcut.</summary>
    public async Task<SlackReply> AnswerAsync(
        JsonElement payload, SlackConnection connection, CancellationToken cancel)
    {
        if (payload.ValueKind != JsonValueKind.Object) return SlackReply.Unreadable;
        var bot = await connection.Self.FindAsync(cancel);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.Self.Failure);
            return SlackReply.NotNow;
        }

        if (bot.TeamId is { Length: > 0 } home && payload.Text("team", "id") is { } team && team != home)
        {
            return SlackReply.Foreign;
        }

        var interaction = new SlackInteraction(connection.FullName, payload, clock.Now);
        return interaction.Type switch
        {
            "block_actions" when interaction.OpensForm => await OpenAsync(
                interaction.FormRequest(), interaction, connection, cancel),
            _ when interaction.IsShortcut => await ShortcutAsync(interaction, connection, cancel),
            "block_actions" => await PressAsync(interaction, cancel),
            "view_submission" => await SubmitAsync(interaction, cancel),
            _ => SlackReply.Received,
        };
    }

    private static JsonElement? Payload(ReadOnlyMemory<byte> body)
    {
        try
        {
            var form = new FormReader(System.Text.Encoding.UTF8.GetString(body.Span)).ReadForm();
            if (!form.TryGetValue("payload", out var json)) return null;
            using var document = JsonDocument.Parse(json.ToString());
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private async Task<SlackReply> PressAsync(SlackInteraction interaction, CancellationToken cancel)
    {
        if (interaction.Press() is { } press) await intake.AcceptAsync(press, cancel);
        return SlackReply.Received;
    }

    private async Task<SlackReply> ShortcutAsync(
        SlackInteraction interaction, SlackConnection connection, CancellationToken cancel)
    {
        var about = interaction.Said is null ? null
            : interaction.ShortcutId == WholeThread ? await SlackThread.ReadAsync(interaction, connection, cancel)
            : SlackThread.Alone(interaction);
        return await OpenAsync(interaction.Shortcut(about), interaction, connection, cancel);
    }

    private async Task<SlackReply> OpenAsync(
        FormRequest request, SlackInteraction interaction, SlackConnection connection, CancellationToken cancel)
    {
        var opening = await intake.OpenFormAsync(request, cancel);
        var answer = opening.Form is { } form
            ? await connection.Api.CallAsync(
                "views.open",
                new JsonObject
                {
                    ["trigger_id"] = interaction.TriggerId,
                    ["view"] = SlackModal.Of(form, interaction.OriginOf(request), "✕"),
                },
                cancel)
            : interaction.Channel.Length == 0 || interaction.IsShortcut
            ? await connection.Api.CallAsync(
                "views.open",
                new JsonObject
                {
                    ["trigger_id"] = interaction.TriggerId,
                    ["view"] = SlackModal.Saying(opening.Refusal ?? "", "✕"),
                },
                cancel)
            : await connection.Api.CallAsync(
                "chat.postEphemeral",
                new JsonObject
                {
                    ["channel"] = interaction.Channel,
                    ["user"] = request.Actor.Ref.Id,
                    ["thread_ts"] = interaction.Thread,
                    ["text"] = SlackMarkup.Escape(opening.Refusal ?? ""),
                },
                cancel);
        if (!answer.Ok) logger.FormNotOpened(connection.FullName, $"{answer.Failure}");
        return SlackReply.Received;
    }

    private async Task<SlackReply> SubmitAsync(SlackInteraction interaction, CancellationToken cancel)
    {
        if (interaction.Form() is not { } form) return SlackReply.Received;
        var faults = await intake.CheckFormAsync(form, cancel);
        if (faults.Count > 0)
        {
            return new(200, new JsonObject
            {
                ["response_action"] = "errors",
                ["errors"] = new JsonObject(faults.Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)fault.Value))),
            });
        }

        await intake.AcceptAsync(form, cancel);
        return SlackReply.Received;
    }
}
