using System.Buffers;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>A request whose raw bytes were verified to be Slack's.</summary>
/// <param name="Body">The bytes, exactly as they came.</param>
/// <param name="Refusal">The status to answer with instead of working on it; null if it is Slack's.</param>
internal sealed record SlackRequest(ReadOnlyMemory<byte> Body, int? Refusal)
{
    /// <summary>Far above anything Slack sends.</summary>
    public const int LargestBody = 1_048_576;

    /// <summary>Reads and verifies before anything is parsed.</summary>
    public static async Task<SlackRequest> ReadAsync(
        HttpContext context, SlackConnection connection, SecurityClock clock, Tally tally, ILogger logger)
    {
        var body = await ReadBodyAsync(context);
        if (body is null) return new(default, StatusCodes.Status413PayloadTooLarge);
        var headers = context.Request.Headers;
        var refusal = connection.Signature.Refuse(
            headers["X-Slack-Request-Timestamp"],
            headers["X-Slack-Signature"],
            body.Value.Span,
            clock.Now);
        if (refusal is null)
        {
            tally.LetIn(connection.FullName);
            return new(body.Value, null);
        }

        tally.Refused(connection.FullName, refusal);
        logger.Refused(connection.FullName, refusal);
        return new(default, StatusCodes.Status401Unauthorized);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody) return null;
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > LargestBody) return null;
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
