using CopBot.Chat.Diagnosis;

namespace CopBot.Host.Diagnosis;

/// <summary>What the bot that runs on this machine has seen: does it run, does the platforms' knocking pass?</summary>
internal sealed class RunningBot(HttpClient http, Uri address)
{
    private const string About = "bot";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        try
        {
            var counts = await http.GetFromJsonAsync<Dictionary<string, Tally.Count>>(
                new Uri(address, "/health/connections"), cancel);
            return [Finding.Sound(About, $"it runs on {address}"), .. (counts ?? []).Select(pair => Of(pair.Key, pair.Value))];
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Text.Json.JsonException
            or OperationCanceledException)
        {
            return
            [
                Finding.Doubtful(About, $"it does not run on {address}", "Start it; if it listens elsewhere, give doctor the same --urls."),
            ];
        }
    }

    private static Finding Of(string connection, Tally.Count count)
    {
        var says = $"since the start {count.LetIn} requests were let in, {count.Refused} refused";
        if (count.Refused == 0) return Finding.Sound(connection, says);
        says += $", the latest at {count.At:u}: {count.Why}";
        return count.LetIn == 0
            ? Finding.Faulty(connection, says, MendOf(connection))
            : Finding.Doubtful(connection, says, "Somebody else knocks, or a setting was changed; look at the log.");
    }

    private static string MendOf(string connection) => connection.StartsWith("slack/", StringComparison.Ordinal)
        ? "Copy SigningSecret again from Basic Information, App Credentials (not the Client Secret); check the clock."
        : "Check AppId, TenantId and AllowedTenants against the bot's page in Azure; check the clock.";
}
