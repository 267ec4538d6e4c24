using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>Lets in what is Slack's, and says in HTTP what became of it.</summary>
internal sealed class SlackDoor(SecurityClock clock, Tally tally, ILogger<SlackDoor> logger)
{
    public async Task<IResult> AnswerAsync(
        HttpContext context,
        SlackConnection connection,
        Func<ReadOnlyMemory<byte>, SlackConnection, CancellationToken, Task<SlackReply>> answer)
    {
        var request = await SlackRequest.ReadAsync(context, connection, clock, tally, logger);
        if (request.Refusal is { } refusal) return refusal;
        try
        {
            var reply = await answer(request.Body, connection, context.RequestAborted);
            return reply is { Status: 200, Body: null } ? Results.Ok()
                : reply.Body is null ? Results.StatusCode(reply.Status)
                : Results.Json(reply.Body, statusCode: reply.Status);
        }
        catch (IntakeFullException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
