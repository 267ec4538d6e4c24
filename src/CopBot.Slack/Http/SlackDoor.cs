using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>Lets in what is Slack's, and says in HTTP what became of it.</summary>
internal sealed class SlackDoor(SecurityClock clock, Tally tally, ILogger<SlackDoor> logger)
{
    public async Task AnswerAsync(
        HttpContext context,
        SlackConnection connection,
        Func<ReadOnlyMemory<byte>, SlackConnection, CancellationToken, Task<SlackReply>> answer)
    {
        var request = await SlackRequest.ReadAsync(context, connection, clock, tally, logger);
        var reply = request.Refusal is { } refusal
            ? new SlackReply(refusal)
            : await ReplyAsync(answer(request.Body, connection, context.RequestAborted));
        context.Response.StatusCode = reply.Status;
        if (reply.Body is not null) await context.Response.WriteAsJsonAsync(reply.Body, context.RequestAborted);
    }

    private static async Task<SlackReply> ReplyAsync(Task<SlackReply> answer)
    {
        try
        {
            return await answer;
        }
        catch (IntakeFullException)
        {
            return SlackReply.NotNow;
        }
    }
}
