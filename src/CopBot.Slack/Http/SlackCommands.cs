using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Slack.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>The slash command. Source: https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
internal sealed class SlackCommands(IIntake intake, SecurityClock clock, ILogger<SlackCommands> logger)
{
    /// <summary>Works on a request whose bytes are Slack's: a form.</summary>
    public async Task<SlackReply> AnswerAsync(
        ReadOnlyMemory<byte> body, SlackConnection connection, CancellationToken cancel)
    {
        if (Form(body) is not { } form) return SlackReply.Unreadable;

        // Slack probes the address so: https://docs.slack.dev/interactivity/implementing-slash-commands
        return form["ssl_check"] == "1"
            ? SlackReply.Received
            : await AnswerAsync(name => form[name].ToString(), connection, cancel);
    }

    /// <summary>Works on a command, by its fields.</summary>
    public async Task<SlackReply> AnswerAsync(
        Func<string, string> field, SlackConnection connection, CancellationToken cancel)
    {
        var bot = await connection.Self.FindAsync(cancel);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.Self.Failure);
            return SlackReply.NotNow;
        }

        if (bot.TeamId is { Length: > 0 } home && field("team_id") is { Length: > 0 } team && team != home)
        {
            return SlackReply.Foreign;
        }

        if (SlackCommand.Of(connection.FullName, field, clock.Now) is not { } message) return SlackReply.Unreadable;
        await intake.AcceptAsync(message, cancel);
        return new(200, new JsonObject { ["response_type"] = "ephemeral", ["text"] = "👀" });
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
