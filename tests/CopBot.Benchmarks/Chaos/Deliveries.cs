using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Chaos;

/// <summary>
/// Delivers as the platforms do: to any of the hosts, and again, to another, until it is acknowledged.
/// </summary>
internal sealed class Deliveries(Cluster cluster, int seed)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Random _random = new(seed);
    private int _acknowledged;

    public int Acknowledged => _acknowledged;

    public Task SlackEventAsync(JsonObject envelope, CancellationToken cancel) =>
        AgainAsync(host => SlackAsync(host, sender => sender.EventAsync(envelope)), cancel);

    public Task SlackPressAsync(JsonObject payload, CancellationToken cancel) =>
        AgainAsync(host => SlackAsync(host, sender => sender.InteractionAsync(payload)), cancel);

    public Task TeamsAsync(JsonObject activity, CancellationToken cancel)
    {
        var body = activity.ToJsonString();
        var token = FakeTeamsKeys.Token(cluster.Teams.ServiceUrl, TokenFault.None);
        return AgainAsync(
            async host =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "api/messages/main"));
                request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                request.Headers.Authorization = new("Bearer", token);
                using var answer = await Http.SendAsync(request, cancel);
                return (int)answer.StatusCode;
            },
            cancel);
    }

    private static async Task<int> SlackAsync(Uri host, Func<SlackSender, Task<HttpResponseMessage>> send)
    {
        using var sender = new SlackSender(new Uri(host, "slack/main"));
        using var answer = await send(sender);
        return (int)answer.StatusCode;
    }

    private async Task AgainAsync(Func<Uri, Task<int>> send, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var status = await send(cluster.Address(Pick()));
                if (status is >= 200 and < 300) break;
                if (status < 500) throw new InvalidOperationException($"The bot refused with {status}.");
            }
            catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                // The host is down, or went down with it: it was not acknowledged.
            }

            await Task.Delay(50, cancel);
        }

        Interlocked.Increment(ref _acknowledged);
    }

    private int Pick()
    {
        lock (_random) return _random.Next(cluster.Size);
    }
}
