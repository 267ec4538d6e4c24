using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Http;
using CopBot.Slack.Inbound;

namespace CopBot.Slack.SocketMode;

/// <summary>
/// Works on what comes by socket as on what comes by HTTP: the same three kinds, in envelopes.
/// Source: https://docs.slack.dev/apis/events-api/using-socket-mode
/// </summary>
internal sealed class SocketDeliveries(
    SlackEvents events, SlackInteractions interactions, SlackCommands commands, Tally tally)
{
    /// <returns>What to acknowledge with; null to acknowledge nothing, so that it comes again.</returns>
    public async Task<SlackReply?> AnswerAsync(
        JsonElement envelope, SlackConnection connection, CancellationToken cancel)
    {
        tally.LetIn(connection.FullName);
        var payload = envelope.At("payload");
        try
        {
            var reply = envelope.Text("type") switch
            {
                "events_api" => await events.AnswerAsync(payload, connection, cancel),
                "interactive" => await interactions.AnswerAsync(payload, connection, cancel),
                "slash_commands" => await commands.AnswerAsync(name => payload.Text(name) ?? "", connection, cancel),
                _ => SlackReply.Received,
            };
            return reply.Status == SlackReply.NotNow.Status ? null : reply;
        }
        catch (IntakeFullException)
        {
            return null;
        }
    }
}
