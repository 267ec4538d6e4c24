using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CopBot.Benchmarks.Chaos;
using CopBot.Pipeline;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Benchmarks.Fuzz;

/// <summary><c>fuzz</c>: mutated and random bodies over all addresses, signed so that they come in.</summary>
internal static class FuzzCommand
{
    private const int SideBySide = 12;

    /// <summary>By then everything that stays has been loaded.</summary>
    private const double WarmUp = 0.3;

    public static Command Command
    {
        get
        {
            var requests = new Option<int>("--requests") { DefaultValueFactory = _ => 1_000_000 };
            var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
            var postgres = new Option<bool>("--postgres") { Description = "Over PostgreSQL instead of SQLite; then without the Playground." };
            var command = new Command("fuzz", "Send bodies that nobody would.") { requests, seed, postgres };
            command.SetAction((result, cancel) =>
                RunAsync(result.GetValue(requests), result.GetValue(seed), result.GetValue(postgres), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int requests, int seed, bool postgres, CancellationToken cancel)
    {
        var errors = new ConcurrentQueue<string>();
        await using var cluster = await Cluster.StartAsync(hosts: 1, postgres, cancel, playground: !postgres, errors.Enqueue);
        var seeds = Seeds.All(cluster.Teams).Where(one => !postgres || !one.Path.StartsWith("playground", StringComparison.Ordinal)).ToList();
        var codes = new ConcurrentDictionary<int, int>();
        using var http = new HttpClient { BaseAddress = cluster.Address(0), Timeout = TimeSpan.FromSeconds(60) };
        var (sent, warm) = (0, 0.0);
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(worker => Task.Run(async () =>
        {
            var random = new Random((seed * 1000) + worker);
            var mutation = new Mutation(random);
            while (Interlocked.Increment(ref sent) is var number && number <= requests)
            {
                var chosen = seeds[random.Next(seeds.Count)];
                var body = mutation.Of(chosen.Body, chosen.IsForm);
                var code = await SendAsync(http, chosen, body, cluster.Teams, cancel);
                codes.AddOrUpdate(code, 1, (_, count) => count + 1);
                if (code == 500) Console.WriteLine($"500 at {chosen.Path}: {Encoding.UTF8.GetString(body)[..Math.Min(400, body.Length)]}");
                if (number == (int)(requests * WarmUp)) warm = cluster.MemoryMiB(0);
                if (number % 50_000 == 0) Console.WriteLine($"{number} sent, {cluster.MemoryMiB(0):F0} MiB");
            }
        }, cancel)));
        var growth = cluster.MemoryMiB(0) - warm;
        foreach (var line in errors.Distinct(StringComparer.Ordinal).Take(20)) Console.WriteLine(line);
        var unhandled = errors.Count(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                requests, 
                // 501 is what the channel wants to hear about an invoke that the bot does not know.
                serverErrors = codes.Where(code => code.Key >= 500 && code.Key is not (501 or 503)).Sum(code => code.Value), unhandled,
                memoryGrowthMiB = Math.Round(growth, 1), memoryMiB = Math.Round(cluster.MemoryMiB(0), 1),
                deadLetters = await DeadAsync(cluster, cancel), codes,
            },
            JsonSerializerOptions.Web));
        return codes.ContainsKey(500) || unhandled > 0 ? 1 : 0;
    }

    private static async Task<int> DeadAsync(Cluster cluster, CancellationToken cancel)
    {
        var store = await cluster.CloseAsync();
        await using var life = (IAsyncDisposable)store;
        await using var db = await store.OpenAsync(cancel);
        var dead = await db.Inbox.Where(row => row.State == RowState.Dead).Select(row => row.Error).ToListAsync(cancel);
        foreach (var why in dead.GroupBy(error => error).OrderByDescending(same => same.Count()).Take(10)) Console.WriteLine($"dead {why.Count()}×: {why.Key}");
        return dead.Count;
    }

    private static async Task<int> SendAsync(HttpClient http, Seed seed, byte[] body, FakeTeams teams, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(seed.Path, UriKind.Relative));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(seed.Type);
        if (seed.Path.StartsWith("slack", StringComparison.Ordinal)) Sign(request, body);
        else if (seed.Path.StartsWith("api", StringComparison.Ordinal)) request.Headers.Authorization = new("Bearer", TokenOf(teams));
        using var answer = await http.SendAsync(request, cancel);
        return (int)answer.StatusCode;
    }

    private static void Sign(HttpRequestMessage request, byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add(
            "X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FakeSlack.Secret), signed)));
    }

    private static string? _token;

    private static string TokenOf(FakeTeams teams) => _token ??= FakeTeamsKeys.Token(teams.ServiceUrl, TokenFault.None);
}
