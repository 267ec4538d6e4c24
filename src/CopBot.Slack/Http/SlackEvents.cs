using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.Http;

/// <summary>The Events API. Source: https://docs.slack.dev/apis/events-api</summary>
internal sealed class SlackEvents(IIntake intake, ILogger<SlackEvents> logger)
{
    private readonly UnknownTypes _unknown = new();

    /// <summary>Works on a request whose bytes are Slack's.</summary>
    public async Task<SlackReply> AnswerAsync(
        ReadOnlyMemory<byte> body, SlackConnection connection, CancellationToken cancel)
    {
        if (!Utf8.IsValid(body.Span)) return SlackReply.Unreadable;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException failure)
        {
            logger.Malformed(connection.FullName, failure.Message);
            return SlackReply.Unreadable;
        }

        using (document) return await AnswerAsync(document.RootElement, connection, cancel);
    }

    /// <summary>Works on an event, or on Slack's question whether this address is the bot's.</summary>
    public Task<SlackReply> AnswerAsync(JsonElement envelope, SlackConnection connection, CancellationToken cancel)
    {
        if (envelope.ValueKind != JsonValueKind.Object) return Task.FromResult(SlackReply.Unreadable);
        return envelope.Text("type") == "url_verification"
            ? Task.FromResult(new SlackReply(200, new JsonObject { ["challenge"] = envelope.Text("challenge") ?? "" }))
            : AcceptAsync(envelope, connection, cancel);
    }

    private async Task<SlackReply> AcceptAsync(
        JsonElement envelope, SlackConnection connection, CancellationToken cancel)
    {
        var bot = await connection.Self.FindAsync(cancel);
        if (bot is null)
        {
            logger.TokenDoesNotWork(connection.FullName, connection.Self.Failure);

            // Whose the event is can't be told without it; Slack sends events again.
            return SlackReply.NotNow;
        }

        if (IsForeign(envelope, bot))
        {
            logger.Refused(connection.FullName, "It is of another workspace.");
            return SlackReply.Foreign;
        }

        var translation = new SlackEventTranslation(connection.FullName, bot, envelope);
        if (!translation.IsKnown && _unknown.ToTell(connection.FullName, translation.Type) is { } type)
        {
            logger.UnknownEvent(connection.FullName, type);
        }

        if (translation.Translate() is { } inbound)
        {
            await intake.AcceptAsync(inbound with { ComesAgain = true }, cancel);
        }

        return SlackReply.Received;
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
