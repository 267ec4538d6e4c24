using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>The Connector's REST API, the key document and the token endpoint.</summary>
internal static class FakeTeamsConnector
{
    private const string Token = "fake-connector-token";
    private const int LargestBody = 100_000;

    public static void Map(WebApplication app, FakeTeams teams)
    {
        app.MapGet("/v1/.well-known/openidconfiguration", () => Json(new()
        {
            ["issuer"] = FakeTeamsKeys.Issuer,
            ["jwks_uri"] = $"{teams.Address}v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        app.MapGet("/v1/.well-known/keys", () => Json(FakeTeamsKeys.Jwks()));
        app.MapGet("/{tenant}/discovery/v2.0/keys", (string tenant) => tenant == FakeTeams.Tenant ? Json(FakeTeamsKeys.Jwks()) : Results.NotFound());
        app.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            teams.TokenRequests.Enqueue(form.ToDictionary(
                field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
            if (teams.TokenRefusal is { } refusal)
            {
                return Json(new() { ["error"] = "invalid_client", ["error_description"] = refusal }, 401);
            }

            return tenant == FakeTeams.Tenant
                ? Json(new() { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = Token })
                : Json(new() { ["error"] = "unauthorized_client", ["error_description"] = "AADSTS700016: Application was not found in the directory." }, 400);
        });
        app.MapGet("/identity", (HttpContext context) =>
        {
            teams.TokenRequests.Enqueue(context.Request.Query.ToDictionary(
                field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
            var expires = TimeProvider.System.GetUtcNow().AddHours(2).ToUnixTimeSeconds();
            return Json(new()
            {
                ["access_token"] = Token, ["token_type"] = "Bearer", ["resource"] = "https://api.botframework.com",
                ["expires_on"] = expires.ToString(CultureInfo.InvariantCulture), ["client_id"] = FakeTeams.AppId,
            });
        });
        app.MapPost("/connector/v3/conversations", (Delegate)((HttpContext context) =>
            GuardAsync(context, teams, "create", body => Create(body, teams))));
        app.MapPost("/connector/v3/conversations/{conversation}/activities", (string conversation, HttpContext context) =>
            GuardAsync(context, teams, "post", body => Post(conversation, body, teams)));
        app.MapPut("/connector/v3/conversations/{conversation}/activities/{id}",
            (string conversation, string id, HttpContext context) =>
                GuardAsync(context, teams, "put", body => Put(conversation, id, body, teams)));
        app.MapDelete("/connector/v3/conversations/{conversation}/activities/{id}", () => Results.Ok());
        app.MapGet("/connector/v3/conversations/{conversation}/members/{id}", (string id, HttpContext context) =>
            GuardAsync(context, teams, "member", _ => Member(id, teams)));
    }

    private static IResult Create(JsonObject body, FakeTeams teams)
    {
        var member = body["members"]?[0]?["id"]?.GetValue<string>();
        return member is not null && teams.Users.ContainsKey(member)
            ? Json(new() { ["id"] = FakeTeams.DirectOf(member) }, 201)
            : Error(403, "BotNotInConversationRoster");
    }

    private static IResult Post(string conversation, JsonObject body, FakeTeams teams)
    {
        if (body["text"] is null && body["attachments"] is null) return Error(400, "BadSyntax");
        teams.Written.Add((JsonObject)body.DeepClone());
        var activity = teams.Add(conversation, body, fromBot: true);
        return Json(new() { ["id"] = activity.Id }, 201);
    }

    private static IResult Put(string conversation, string id, JsonObject body, FakeTeams teams)
    {
        if (teams.Find(conversation, id) is not { FromBot: true } activity)
        {
            return Error(404, "ActivityNotFoundInConversation");
        }

        teams.Written.Add((JsonObject)body.DeepClone());
        activity.Body = body;
        activity.Updates++;
        return Json(new() { ["id"] = id });
    }

    private static IResult Member(string id, FakeTeams teams) => teams.Users.TryGetValue(id, out var user)
        ? Json(new()
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["email"] = user.Email,
            ["userPrincipalName"] = user.Email,
            ["tenantId"] = FakeTeams.Tenant,
            ["userRole"] = "user",
        })
        : Error(404, "MemberNotFoundInConversation");

    private static async Task<IResult> GuardAsync(
        HttpContext context, FakeTeams teams, string operation, Func<JsonObject, IResult> answer)
    {
        var expected = teams.IsLocalClient ? "" : $"Bearer {Token}";
        if (context.Request.Headers.Authorization.ToString() != expected) return Error(401, "Unauthorized");
        if (context.Request.ContentLength > LargestBody)
        {
            return Results.Content("<html>Too large</html>", "text/html", statusCode: 413);
        }

        if (teams.Limits is { } limits && !Allow(limits, operation, context.Request.RouteValues["conversation"]?.ToString() ?? "new"))
        {
            return Fail(context, TroubleKind.TooMany);
        }

        var trouble = teams.Troubles.Take(operation, context.Request.RouteValues["conversation"]?.ToString() ?? "");
        if (trouble is { } kind && !Troubles.IsDone(kind)) return Fail(context, kind);
        var body = context.Request.ContentLength > 0
            ? (await JsonNode.ParseAsync(context.Request.Body))!.AsObject()
            : [];
        var result = answer(body);
        return trouble is { } broken ? BrokenAnswer.Of(broken)! : result;
    }

    /// <summary>
    /// In a conversation, and for the app in the tenant.
    /// Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    /// </summary>
    private static bool Allow(RateLimits limits, string operation, string conversation) => (operation == "member"
        ? limits.Allows($"read {conversation}", (1, 14), (2, 16), (30, 120), (3600, 3600))
        : limits.Allows($"send {conversation}", (1, 7), (2, 8), (30, 60), (3600, 1800)))
        && limits.Allows("tenant", (1, 50));

    private static IResult Fail(HttpContext context, TroubleKind kind)
    {
        if (kind is TroubleKind.TooMany or TroubleKind.Unavailable) context.Response.Headers.RetryAfter = "1";
        return kind switch
        {
            TroubleKind.TooMany or TroubleKind.TooManySilent => Results.StatusCode(429),
            TroubleKind.Precondition => Results.StatusCode(412),
            TroubleKind.Forbidden => Error(403, "BotNotInConversationRoster"),
            TroubleKind.NotFound => Error(404, "ConversationNotFound"),
            _ => BrokenAnswer.Of(kind)!,
        };
    }

    private static IResult Json(JsonObject body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    private static IResult Error(int status, string code) =>
        Json(new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } }, status);
}
