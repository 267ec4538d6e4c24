using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>The Web API's methods, as far as the bot calls them.</summary>
internal static class FakeSlackWebApi
{
    public static void Map(WebApplication app, FakeSlack slack) => app.Map(
        "/api/{method}",
        async (string method, HttpContext context) =>
        {
            slack.Calls.Add(method);
            context.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + slack.ClockSkew).ToString("R");
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', slack.Scopes);
            if (slack.TokenRefusal is { } refusal) return Error(refusal);
            var arguments = await ReadAsync(context);
            if (method == "apps.connections.open")
            {
                return context.Request.Headers.Authorization == $"Bearer {FakeSocketMode.AppToken}"
                    ? Ok(slack.SocketMode.Open(slack.Address))
                    : Error("not_allowed_token_type");
            }

            if (context.Request.Headers.Authorization != $"Bearer {FakeSlack.BotToken}"
                && arguments["token"]?.GetValue<string>() != FakeSlack.BotToken)
            {
                return Error("invalid_auth");
            }

            if (slack.Limits is { } limits && !SlackTiers.Allow(limits, method, Text(arguments, "channel")))
            {
                return Fail(context, TroubleKind.TooMany);
            }

            var trouble = slack.Troubles.Take(method, Text(arguments, "channel"));
            if (trouble is { } kind && !Troubles.IsDone(kind)) return Fail(context, kind);
            var answer = Answer(method, arguments, slack);
            return trouble is { } broken ? BrokenAnswer.Of(broken)! : answer;
        });

    private static IResult Answer(string method, JsonObject arguments, FakeSlack slack) => method switch
    {
        "auth.test" => Ok(new()
        {
            ["url"] = "https://fake.slack.example/", ["team"] = "Fake", ["user"] = "copbot",
            ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.BotUser, ["bot_id"] = FakeSlack.BotId,
        }),
        "users.info" => UserInfo(arguments, slack),
        "conversations.open" => slack.Users.ContainsKey(Text(arguments, "users"))
            ? Ok(new() { ["channel"] = new JsonObject { ["id"] = FakeSlack.DirectOf(Text(arguments, "users")) } })
            : Error("user_not_found"),
        "conversations.info" => Ok(new()
        {
            ["channel"] = new JsonObject { ["id"] = Text(arguments, "channel"), ["name"] = "results" },
        }),
        "conversations.history" => FakeConversations.History(arguments, slack),
        "conversations.replies" => FakeConversations.Replies(arguments, slack),
        "chat.postMessage" => Post(arguments, slack, onlyFor: null),
        "chat.postEphemeral" => Post(arguments, slack, onlyFor: Text(arguments, "user")),
        "chat.update" => Update(arguments, slack),
        "reactions.add" => React(arguments, slack),
        "files.getUploadURLExternal" => slack.Scopes.Contains("files:write", StringComparer.Ordinal)
            ? Done(slack.Files.Begin(Text(arguments, "filename"), Text(arguments, "length"), slack.Address))
            : Error("missing_scope"),
        "files.completeUploadExternal" => Done(slack.Files.Finish(arguments["files"] as JsonArray)),
        "views.open" => OpenView(arguments, slack),
        "views.publish" => PublishView(arguments, slack),
        _ => Error("unknown_method"),
    };

    private static IResult Post(JsonObject arguments, FakeSlack slack, string? onlyFor)
    {
        slack.Written.Add((JsonObject)arguments.DeepClone());
        var channel = Text(arguments, "channel");
        if (channel.Length == 0) return Error("channel_not_found");
        if (arguments["thread_ts"]?.GetValue<string>() is { } thread && slack.Find(channel, thread) is null)
        {
            return Error("thread_not_found");
        }

        var blocks = arguments["blocks"] is JsonArray array ? (JsonArray)array.DeepClone() : null;
        if (blocks is { Count: > 50 } || (blocks is not null && !slack.Files.Show(blocks))) return Error("invalid_blocks");
        if (blocks is null && Text(arguments, "text").Length == 0) return Error("no_text");
        var message = slack.Add(
            channel,
            FakeSlack.BotUser,
            Text(arguments, "text"),
            arguments["thread_ts"]?.GetValue<string>(),
            blocks,
            arguments["metadata"]?.DeepClone(),
            onlyFor);
        return onlyFor is null
            ? Ok(new() { ["channel"] = channel, ["ts"] = message.Ts, ["message"] = message.ToJson(withMetadata: false) })
            : Ok(new() { ["message_ts"] = message.Ts });
    }

    private static IResult Update(JsonObject arguments, FakeSlack slack)
    {
        slack.Written.Add((JsonObject)arguments.DeepClone());
        var message = slack.Find(Text(arguments, "channel"), Text(arguments, "ts"));
        if (message is null) return Error("message_not_found");
        if (message.User != FakeSlack.BotUser) return Error("cant_update_message");
        if (arguments["blocks"] is JsonArray shown && !slack.Files.Show(shown)) return Error("invalid_blocks");
        message.Text = Text(arguments, "text");
        message.Blocks = arguments["blocks"] is JsonArray blocks ? (JsonArray)blocks.DeepClone() : null;
        return Ok(new() { ["channel"] = message.Channel, ["ts"] = message.Ts, ["text"] = message.Text });
    }

    private static IResult React(JsonObject arguments, FakeSlack slack)
    {
        var message = slack.Find(Text(arguments, "channel"), Text(arguments, "timestamp"));
        if (message is null) return Error("message_not_found");
        var name = Text(arguments, "name");
        if (message.Reactions.Contains(name)) return Error("already_reacted");
        message.Reactions.Add(name);
        return Ok([]);
    }

    private static IResult OpenView(JsonObject arguments, FakeSlack slack)
    {
        var trigger = Text(arguments, "trigger_id");
        if (trigger.Length == 0) return Error("invalid_arguments");
        var view = arguments["view"] is JsonObject given ? given : JsonNode.Parse(Text(arguments, "view"))!.AsObject();
        slack.Written.Add((JsonObject)view.DeepClone());
        if (!slack.Views.TryAdd(trigger, (JsonObject)view.DeepClone())) return Error("exchanged_trigger_id");
        return Ok(new() { ["view"] = new JsonObject { ["id"] = $"V{trigger}" } });
    }

    private static IResult PublishView(JsonObject arguments, FakeSlack slack)
    {
        if (!slack.Users.ContainsKey(Text(arguments, "user_id"))) return Error("invalid_arguments");
        var view = arguments["view"]!.AsObject();
        if (view["type"]?.GetValue<string>() != "home") return Error("invalid_arguments");
        if (view["blocks"] is not JsonArray { Count: > 0 and <= 100 } blocks) return Error("invalid_arguments");
        var ids = blocks.Select(block => block!["block_id"]?.GetValue<string>()).OfType<string>().ToList();
        if (ids.Count != ids.Distinct(StringComparer.Ordinal).Count()) return Error("invalid_arguments");
        slack.Written.Add((JsonObject)view.DeepClone());
        slack.Homes[Text(arguments, "user_id")] = (JsonObject)view.DeepClone();
        return Ok(new() { ["view"] = new JsonObject { ["id"] = "VHOME", ["hash"] = $"{slack.Calls.Count}.home" } });
    }

    private static IResult UserInfo(JsonObject arguments, FakeSlack slack)
    {
        if (!slack.Users.TryGetValue(Text(arguments, "user"), out var user)) return Error("user_not_found");
        return Ok(new()
        {
            ["user"] = new JsonObject
            {
                ["id"] = user.Id,
                ["team_id"] = FakeSlack.Team,
                ["name"] = user.Name,
                ["real_name"] = user.Name,
                ["profile"] = new JsonObject { ["display_name"] = "", ["real_name"] = user.Name, ["email"] = user.Email },
            },
        });
    }

    private static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            return new(form.Select(field => KeyValuePair.Create(field.Key, ArgumentOf(field.Value.ToString()))));
        }

        if (context.Request.HasJsonContentType())
        {
            return (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        }

        return new(context.Request.Query.Select(field =>
            KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));
    }

    /// <summary>Forms carry blocks, views and metadata as JSON in a field.</summary>
    private static JsonNode? ArgumentOf(string value) =>
        value.StartsWith('[') || value.StartsWith('{') ? JsonNode.Parse(value) : JsonValue.Create(value);

    internal static string Text(JsonObject arguments, string name) =>
        arguments[name] is JsonValue value ? value.ToString() : "";

    internal static IResult Ok(JsonObject body)
    {
        body["ok"] = true;
        return Results.Text(body.ToJsonString(), "application/json");
    }

    private static IResult Done(JsonObject? body) => body is null ? Error("invalid_arguments") : Ok(body);

    private static IResult Error(string code) =>
        Results.Text(new JsonObject { ["ok"] = false, ["error"] = code }.ToJsonString(), "application/json");

    private static IResult Fail(HttpContext context, TroubleKind kind)
    {
        if (kind is TroubleKind.TooMany or TroubleKind.Unavailable) context.Response.Headers.RetryAfter = "1";
        switch (kind)
        {
            case TroubleKind.TooMany or TroubleKind.TooManySilent:
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case TroubleKind.Forbidden:
                return Error("not_in_channel");
            case TroubleKind.NotFound:
                return Error("channel_not_found");
            default:
                return BrokenAnswer.Of(kind)!;
        }
    }
}
