using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>
/// Reads conversations page by page as Slack does: a channel the newest first, a thread the oldest first with its
/// root always before. Source: https://docs.slack.dev/apis/web-api/pagination
/// </summary>
internal static class FakeConversations
{
    private const int Least = 1;
    private const int Usual = 100;
    private const int Most = 999;

    public static IResult History(JsonObject arguments, FakeSlack slack)
    {
        var messages = slack.Read(FakeSlackWebApi.Text(arguments, "channel"))
            .Where(m => m.OnlyFor is null && m.ThreadTs is null);
        return Page(root: null, Recent(messages, arguments).Reverse(), arguments);
    }

    public static IResult Replies(JsonObject arguments, FakeSlack slack)
    {
        var (channel, thread) = (FakeSlackWebApi.Text(arguments, "channel"), FakeSlackWebApi.Text(arguments, "ts"));
        var messages = slack.Read(channel).Where(m => m.OnlyFor is null).ToList();
        var replies = messages.Where(m => m.ThreadTs == thread && m.Ts != thread);
        return Page(messages.Find(m => m.Ts == thread), Recent(replies, arguments), arguments);
    }

    private static IEnumerable<FakeSlackMessage> Recent(IEnumerable<FakeSlackMessage> messages, JsonObject arguments) =>
        messages.Where(m => decimal.Parse(m.Ts, CultureInfo.InvariantCulture) is var at
            && at > (Time(arguments, "oldest") ?? decimal.Zero) && at < (Time(arguments, "latest") ?? decimal.MaxValue));

    private static decimal? Time(JsonObject arguments, string name) =>
        decimal.TryParse(FakeSlackWebApi.Text(arguments, name), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static IResult Page(FakeSlackMessage? root, IEnumerable<FakeSlackMessage> messages, JsonObject arguments)
    {
        var limit = Math.Clamp(Number(arguments, "limit") ?? Usual, Least, Most);
        var from = Number(arguments, "cursor") ?? 0;
        var page = messages.Skip(from).Take(limit + 1).ToList();
        var more = page.Count > limit;
        if (more) page.RemoveAt(limit);
        if (root is not null) page.Insert(0, root);
        var metadata = FakeSlackWebApi.Text(arguments, "include_all_metadata") is "true" or "1";
        var answer = new JsonObject
        {
            ["messages"] = new JsonArray([.. page.Select(m => (JsonNode)m.ToJson(metadata))]),
            ["has_more"] = more,
        };
        if (more) answer["response_metadata"] = new JsonObject { ["next_cursor"] = $"{from + limit}" };
        return FakeSlackWebApi.Ok(answer);
    }

    private static int? Number(JsonObject arguments, string name) =>
        int.TryParse(FakeSlackWebApi.Text(arguments, name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
