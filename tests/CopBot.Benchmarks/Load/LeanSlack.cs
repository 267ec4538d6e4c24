using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// A Slack workspace that agrees with everything and remembers nothing but how often the bot posted: it shares the
/// machine with what is measured. It is a process of its own, <c>lean-slack</c>: in the generator's, its garbage would
/// stop the clock of what is measured, and never that of a peer, which calls nobody.
/// </summary>
internal sealed class LeanSlack
{
    /// <summary>The domain of everybody's address: the person's id is what stands before it.</summary>
    public const string Domain = "example.org";

    private const string Name = "lean-slack";
    private long _posts;

    private LeanSlack()
    {
    }

    /// <summary>Not listed: <c>ack</c> runs it.</summary>
    public static Command Command
    {
        get
        {
            var port = new Option<int>("--port") { Required = true };
            var command = new Command(Name, "A workspace that agrees with everything.") { port };
            command.Hidden = true;
            command.SetAction((result, cancel) => ServeAsync(result.GetRequiredValue(port), cancel));
            return command;
        }
    }

    /// <summary>Starts it on a free port.</summary>
    public static Task<ServerProcess> StartAsync(CancellationToken cancel)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet", [typeof(LeanSlack).Assembly.Location, Name, $"--port={port}"]);
        return ServerProcess.StartAsync(start, port, cancel);
    }

    /// <summary>How many messages the bot posted.</summary>
    /// <param name="slack">What <see cref="StartAsync"/> started.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<long> PostsAsync(ServerProcess slack, CancellationToken cancel)
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<long>(new Uri($"http://{slack.Address}/posts"), cancel);
    }

    private static async Task ServeAsync(int port, CancellationToken cancel)
    {
        var slack = new LeanSlack();
        await using var server = await FakeServer.StartAsync(
            app =>
            {
                app.MapPost("/api/{method}", (string method, HttpRequest request) => slack.AnswerAsync(method, request));
                app.MapGet("/posts", () => Interlocked.Read(ref slack._posts));
            },
            port);
        await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<IResult> AnswerAsync(string method, HttpRequest request)
    {
        var (user, channel) = request.HasFormContentType
            ? Read(await request.ReadFormAsync())
            : Read(await request.ReadFromJsonAsync<JsonObject>());
        return method switch
        {
            "auth.test" => Results.Ok(new
            {
                ok = true, user_id = FakeSlack.BotUser, bot_id = FakeSlack.BotId, team_id = FakeSlack.Team,
            }),
            "users.info" => Results.Ok(new { ok = true, user = User(user) }),
            "conversations.info" => Results.Ok(new { ok = true, channel = new { id = channel, name = "load" } }),
            "conversations.open" => Results.Ok(new { ok = true, channel = new { id = $"D{user[1..]}" } }),
            "chat.postMessage" or "chat.postEphemeral" => Results.Ok(new
            {
                ok = true,
                channel,
                ts = string.Create(CultureInfo.InvariantCulture, $"1800000000.{Interlocked.Increment(ref _posts):D6}"),
            }),
            _ => Results.Ok(new { ok = true }),
        };
    }

    private static (string User, string Channel) Read(IFormCollection form) =>
        ($"{form["user"]}{form["users"]}", form["channel"].ToString());

    private static (string User, string Channel) Read(JsonObject? json) =>
        (json?["user"]?.GetValue<string>() ?? "", json?["channel"]?.GetValue<string>() ?? "");

    private static object User(string id) => new
    {
        id,
        team_id = FakeSlack.Team,
        real_name = $"Member {id}",
        profile = new { real_name = $"Member {id}", email = $"{id.ToLowerInvariant()}@{Domain}" },
        locale = "en-GB",
    };
}
