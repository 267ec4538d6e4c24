using System.Globalization;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// A Slack workspace that agrees with everything and remembers nothing but how often the bot posted: it shares the
/// machine with what is measured.
/// </summary>
internal sealed class LeanSlack : IAsyncDisposable
{
    /// <summary>The domain of everybody's address: the person's id is what stands before it.</summary>
    public const string Domain = "example.org";

    private FakeServer? _server;
    private long _posts;

    public Uri Address => _server!.Address;

    /// <summary>How many messages the bot posted.</summary>
    public long Posts => Interlocked.Read(ref _posts);

    public static async Task<LeanSlack> StartAsync()
    {
        var slack = new LeanSlack();
        slack._server = await FakeServer.StartAsync(
            app => app.MapPost("/api/{method}", (string method, HttpRequest request) => slack.AnswerAsync(method, request)));
        return slack;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

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
