using System.Collections.Concurrent;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>The Events API. Source: https://docs.slack.dev/apis/events-api</summary>
internal sealed class SlackEvents(IIntake intake, SecurityClock clock, Tally tally, ILogger<SlackEvents> logger)
{
    private readonly ConcurrentDictionary<(string Connection, string Type), bool> _unknown = new();

    public async Task<IResult> AnswerAsync(HttpContext context, SlackConnection connection)
    {
        var request = await SlackRequest.ReadAsync(context, connection, clock, tally, logger);
        if (request.Refusal is { } refusal) return refusal;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(request.Body);
        }
        catch (JsonException failure)
        {
            logger.Malformed(connection.FullName, failure.Message);
            return Results.BadRequest();
        }

        using (document) return await AnswerAsync(document.RootElement, connection, context.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(
        JsonElement envelope, SlackConnection connection, CancellationToken cancel)
    {
        if (envelope.ValueKind != JsonValueKind.Object) return Results.BadRequest();
        if (envelope.Text("type") == "url_verification")
        {
            return Results.Json(new { challenge = envelope.Text("challenge") ?? "" });
        }

        return await AcceptAsync(envelope, connection, cancel);
    }

    private async Task<IResult> AcceptAsync(JsonElement envelope, SlackConnection connection, CancellationToken cancel)
    {
        var bot = await connection.BotAsync(cancel);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.TokenFailure);

            // Whose the event is can't be told without it; Slack sends events again.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (IsForeign(envelope, bot))
        {
            logger.Refused(connection.FullName, "It is of another workspace.");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var translation = new SlackEventTranslation(connection.FullName, bot, envelope);
        if (!translation.IsKnown && _unknown.TryAdd((connection.FullName, translation.Type), true))
        {
            logger.UnknownEvent(connection.FullName, translation.Type);
        }

        if (translation.Translate() is { } inbound)
        {
            await intake.AcceptAsync(inbound with { ComesAgain = true }, cancel);
        }

        return Results.Ok();
    }

    /// <summary>
    /// In a channel shared between companies the outer team can be the other's; the authorisation names ours.
    /// https://github.com/slackapi/bolt-js/issues/687
    /// </summary>
    private static bool IsForeign(JsonElement envelope, SlackBot bot)
    {
        if (bot.TeamId is not { Length: > 0 } home) return false;
        if (envelope.Text("team_id") == home) return false;
        var teams = envelope.Items("authorizations").Select(a => a.Text("team_id")).Append(envelope.Text("team_id"))
            .OfType<string>().ToList();
        return teams.Count > 0 && !teams.Contains(home, StringComparer.Ordinal);
    }
}
