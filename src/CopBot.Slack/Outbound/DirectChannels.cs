using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.Outbound;

/// <summary>
/// The direct channels of one workspace. Opening one shows nothing to anybody: it is never in doubt.
/// Source: https://docs.slack.dev/reference/methods/conversations.open
/// </summary>
internal sealed class DirectChannels(SlackWebApi api)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <returns>The channel where a person is written to, or why there is none.</returns>
    public async Task<(string? Channel, Delivery? Failure)> OfAsync(
        Outgoing outgoing, AccountRef to, CancellationToken cancel)
    {
        if (outgoing.DirectPlace is { } known) return (known.Id, null);
        if (_known.TryGetValue(to.Id, out var cached)) return (cached, null);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["users"] = to.Id };
        var answer = await api.CallAsync("conversations.open", arguments, cancel);
        if (answer.Body.Text("channel", "id") is not { } channel || !answer.Ok)
        {
            var failure = answer.Failure ?? new Delivery.Refused("Slack opened no direct chat.");
            return (null, failure is Delivery.Unknown unknown ? unknown.Harmless : failure);
        }

        _known[to.Id] = channel;
        return (channel, null);
    }
}
