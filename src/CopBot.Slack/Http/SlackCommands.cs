using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>The slash command. Source: https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
internal sealed class SlackCommands(IIntake intake, SecurityClock clock, Tally tally, ILogger<SlackCommands> logger)
{
    public async Task<IResult> AnswerAsync(HttpContext context, SlackConnection connection)
    {
        var request = await SlackRequest.ReadAsync(context, connection, clock, tally, logger);
        if (request.Refusal is { } refusal) return refusal;
        if (Form(request.Body) is not { } form) return Results.BadRequest();

        // Slack probes the address so: https://docs.slack.dev/interactivity/implementing-slash-commands
        if (form["ssl_check"] == "1") return Results.Ok();
        var bot = await connection.BotAsync(context.RequestAborted);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.TokenFailure);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (bot.TeamId is { Length: > 0 } home && form["team_id"].ToString() is { Length: > 0 } team && team != home)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (SlackCommand.Of(connection.FullName, form, clock.Now) is not { } message) return Results.BadRequest();
        await intake.AcceptAsync(message, context.RequestAborted);
        return Results.Json(new { response_type = "ephemeral", text = "👀" });
    }

    private static FormCollection? Form(ReadOnlyMemory<byte> body)
    {
        try
        {
            return new(new FormReader(System.Text.Encoding.UTF8.GetString(body.Span)).ReadForm());
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
