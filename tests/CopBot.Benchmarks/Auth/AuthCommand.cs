using System.CommandLine;
using System.Text.Json;
using CopBot.Benchmarks.Ack;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Node;

namespace CopBot.Benchmarks.Auth;

/// <summary><c>auth</c>: forged and malformed requests, each refused with its code; and what peers make of them.</summary>
internal static class AuthCommand
{
    public static Command Command
    {
        get
        {
            var peer = new Option<DirectoryInfo?>("--peer") { Description = "The folder of a Bolt app, app.mjs, to compare with." };
            var command = new Command("auth", "Try to get in.") { peer };
            command.SetAction((result, cancel) => RunAsync(result.GetValue(peer)?.FullName, cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(string? peer, CancellationToken cancel)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await BotHost.StartAsync(Settings(slack, teams));
        using var http = new HttpClient();
        var slacks = SlackForgeries.All().ToList();
        var teamses = new TeamsForgeries(teams).All().ToList();
        var tries = new List<Try>();
        tries.AddRange(await TryAllAsync(http, "slack", slacks, path => new Uri(bot.Address, $"slack/main/{path}"), cancel));
        tries.AddRange(await TryAllAsync(
            http, "teams", teamses, path => new Uri(bot.Address, $"api/messages/{(path.Length == 0 ? "main" : path)}"), cancel));
        tries.AddRange(await TryAllAsync(http, "playground", [.. PlaygroundForgeries.All()], path => new Uri(bot.Address, path), cancel));
        foreach (var odd in tries.Where(one => !one.IsRefused)) Console.WriteLine($"NOT AS EXPECTED: {odd}");
        var differences = await TokenDifferencesAsync(teams, teamses);
        if (peer is not null) differences.AddRange(await BoltDifferencesAsync(http, peer, slacks, cancel));
        var rows = await bot.ReceivedAsync();
        Console.WriteLine(JsonSerializer.Serialize(
            new { requests = tries.Count, refused = tries.Count(one => one.IsRefused), rowsWritten = rows, differences },
            JsonSerializerOptions.Web));
        return rows == 0 && tries.TrueForAll(one => one.IsRefused) ? 0 : 1;
    }

    /// <summary>Two connections of each platform, so that one's secrets can be tried on the other.</summary>
    private static Dictionary<string, string> Settings(FakeSlack slack, FakeTeams teams)
    {
        var settings = new Dictionary<string, string>(slack.Settings().Concat(teams.Settings())
            .Concat(slack.Settings("other")).Concat(teams.Settings("other")), StringComparer.Ordinal)
        {
            ["Slack:Connections:other:SigningSecret"] = SlackForgeries.OtherSecret,
            ["Teams:Connections:other:AppId"] = Guid.NewGuid().ToString(),
            ["Communities:tried:Title"] = "Tried",
        };
        foreach (var connection in new[] { "Slack:Connections:main", "Slack:Connections:other", "Teams:Connections:main", "Teams:Connections:other" })
        {
            settings[$"{connection}:Community"] = "tried";
        }

        return settings;
    }

    private static async Task<List<Try>> TryAllAsync(
        HttpClient http, string to, IReadOnlyList<Forgery> forgeries, Func<string, Uri> address, CancellationToken cancel)
    {
        var tries = new List<Try>();
        foreach (var forgery in forgeries) tries.Add(new(to, forgery, await SendAsync(http, forgery, address(forgery.Path), cancel)));
        return tries;
    }

    /// <summary>The code; 0 if the connection was closed before one came.</summary>
    private static async Task<int> SendAsync(HttpClient http, Forgery forgery, Uri address, CancellationToken cancel)
    {
        using var request = forgery.Make(address);

        // What was not read to its end can't be followed by anything on the same line.
        if (forgery.Expected == 413) request.Headers.ConnectionClose = true;
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>What Microsoft's library for bots decides on the tokens alone.</summary>
    private static async Task<List<Difference>> TokenDifferencesAsync(FakeTeams teams, IReadOnlyList<Forgery> forgeries)
    {
        var judged = forgeries.Where(forgery => forgery.Token is { Length: > 0 }).ToList();
        var lines = judged.Select((forgery, number) => JsonSerializer.Serialize(
            new { name = $"{number}", token = forgery.Token, serviceUrl = forgery.ServiceUrl }, JsonSerializerOptions.Web));
        var (_, output) = await NodeProcess.RunAsync(
            "connector-proof.mjs", [$"{teams.Address}v1/.well-known/openidconfiguration", FakeTeams.AppId], lines);
        return [.. judged.Where((_, number) => output.Contains($"{number} accepted\n", StringComparison.Ordinal)
                && output.Split('\n').Contains($"{number} accepted", StringComparer.Ordinal))
            .Select(forgery => new Difference("botframework-connector", $"teams: {forgery.Name}", "accepts the token", forgery.Reason))];
    }

    private static async Task<IReadOnlyList<Difference>> BoltDifferencesAsync(
        HttpClient http, string folder, IReadOnlyList<Forgery> forgeries, CancellationToken cancel)
    {
        using var peer = await AckSide.BoltAsync(folder, cancel);
        await using var bolt = await peer.StartAsync(cancel);
        var differences = new List<Difference>();
        foreach (var forgery in forgeries)
        {
            var status = await SendAsync(http, forgery, new Uri($"http://{bolt.Address}/slack/events"), cancel);
            if (status is >= 200 and < 300 or >= 500)
            {
                differences.Add(new("bolt", $"slack/{forgery.Path}: {forgery.Name}", $"answers {status}", forgery.Reason));
            }
        }

        return differences;
    }

    private sealed record Try(string To, Forgery Forgery, int Status)
    {
        /// <summary>With its code; or the line was closed on what is too large, before it was sent.</summary>
        public bool IsRefused => Status == Forgery.Expected || (Status == 0 && Forgery.Expected == 413);

        public override string ToString() => $"{To}/{Forgery.Path}: {Forgery.Name}: {Status} instead of {Forgery.Expected}";
    }

    private sealed record Difference(string Peer, string Request, string Decides, string Reason);
}
