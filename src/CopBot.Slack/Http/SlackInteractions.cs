using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using CopBot.Slack.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>
/// Presses and forms. A press that opens a form is answered at once: its trigger lives three seconds.
/// </summary>
internal sealed class SlackInteractions(
    IIntake intake, SecurityClock clock, Tally tally, ILogger<SlackInteractions> logger)
{
    /// <summary>The shortcut that wants the whole thread, as the manifest names it.</summary>
    private const string WholeThread = "keep-thread";

    public async Task<IResult> AnswerAsync(HttpContext context, SlackConnection connection)
    {
        var request = await SlackRequest.ReadAsync(context, connection, clock, tally, logger);
        if (request.Refusal is { } refusal) return refusal;
        if (Payload(request.Body) is not { } payload) return Results.BadRequest();
        var bot = await connection.BotAsync(context.RequestAborted);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.TokenFailure);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (bot.TeamId is { Length: > 0 } home && payload.Text("team", "id") is { } team && team != home)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var interaction = new SlackInteraction(connection.FullName, payload, clock.Now);
        return interaction.Type switch
        {
            "block_actions" when interaction.OpensForm => await OpenAsync(
                interaction.FormRequest(), interaction, connection, context.RequestAborted),
            _ when interaction.IsShortcut => await ShortcutAsync(interaction, connection, context.RequestAborted),
            "block_actions" => await PressAsync(interaction, context.RequestAborted),
            "view_submission" => await SubmitAsync(interaction, context.RequestAborted),
            _ => Results.Ok(),
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

    private async Task<IResult> PressAsync(SlackInteraction interaction, CancellationToken cancel)
    {
        if (interaction.Press() is { } press) await intake.AcceptAsync(press, cancel);
        return Results.Ok();
    }

    private async Task<IResult> ShortcutAsync(
        SlackInteraction interaction, SlackConnection connection, CancellationToken cancel)
    {
        var about = interaction.Said is null ? null
            : interaction.ShortcutId == WholeThread ? await SlackThread.ReadAsync(interaction, connection, cancel)
            : SlackThread.Alone(interaction);
        return await OpenAsync(interaction.Shortcut(about), interaction, connection, cancel);
    }

    private async Task<IResult> OpenAsync(
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
        return Results.Ok();
    }

    private async Task<IResult> SubmitAsync(SlackInteraction interaction, CancellationToken cancel)
    {
        if (interaction.Form() is not { } form) return Results.Ok();
        var faults = await intake.CheckFormAsync(form, cancel);
        if (faults.Count > 0) return Results.Json(new { response_action = "errors", errors = faults });
        await intake.AcceptAsync(form, cancel);
        return Results.Ok();
    }
}
