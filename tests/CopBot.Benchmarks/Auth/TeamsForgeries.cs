using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;
using Microsoft.IdentityModel.Tokens;

namespace CopBot.Benchmarks.Auth;

/// <summary>Activities that are not the channel's, not for this bot, or of nobody it serves.</summary>
internal sealed class TeamsForgeries(FakeTeams teams)
{
    private readonly FakeTeamsUser _user = teams.AddUser("Nobody");

    public IEnumerable<Forgery> All()
    {
        foreach (var (fault, status) in Faults)
        {
            yield return With($"a token: {fault}", FakeTeamsKeys.Token(teams.ServiceUrl, fault), status) with { Reason = ReasonFor(fault) };
        }

        var good = FakeTeamsKeys.Token(teams.ServiceUrl);
        var parts = good.Split('.');
        yield return With("no token", null, 401);
        yield return With("an empty token", "", 401);
        yield return With("no token at all in it", "not.a.token", 401);
        yield return With("a token without its signature", $"{parts[0]}.{parts[1]}.", 401);
        yield return With("a signature cut short", good[..^8], 401);
        yield return With("another body under the signature", $"{parts[0]}.{Changed(parts[1], "aud", "another")}.{parts[2]}", 401);
        yield return With("alg none", $"{Header("none")}.{parts[1]}.", 401);
        yield return With("alg None", $"{Header("None")}.{parts[1]}.", 401);
        yield return With("HS256 with the public key", Hs256(parts[1]), 401);
        yield return With("a key of its own in the header", OwnKey(parts[1]), 401);
        yield return With("a key id that is a path", $"{Header("RS256", "../../etc/passwd")}.{parts[1]}.{parts[2]}", 401);
        yield return new("basic credentials", "", 401, address => Request(address, Activity(), "Basic YWRtaW46YWRtaW4="));
        yield return With("another tenant", good, 403, a => a["channelData"]!["tenant"]!["id"] = Guid.NewGuid().ToString()) with { Reason = Tenant };
        yield return With("no tenant", good, 403, Stateless) with { Reason = Tenant };
        yield return With("a foreign service address", FakeTeamsKeys.Token("https://evil.example/"), 403, a => a["serviceUrl"] = "https://evil.example/")
            with { Token = null };
        yield return With("another service address than the token's", good, 403, a => a["serviceUrl"] = "https://evil.example/") with
        {
            ServiceUrl = "https://evil.example/",
        };
        yield return With("another channel than the key's", good, 403, a => a["channelId"] = "webchat") with { Token = null };
        yield return Raw("JSON that ends too soon", "{\"type\":", 400);
        yield return Raw("an array", "[]", 400);
        yield return Raw("no type", "{}", 400);
        yield return Raw("nothing", "", 400);
        yield return Raw("nested a thousand times", new string('[', 1000), 400);
        yield return Raw("ten megabytes", new string(' ', 10 * 1024 * 1024), 413);
        yield return With("the other app's token", good, 401) with { Path = "other", Token = null };
    }

    private const string Tenant = "The library leaves tenants to the app; CopBot serves those that its settings name.";

    private static readonly (TokenFault Fault, int Status)[] Faults =
    [
        (TokenFault.Expired, 401), (TokenFault.NotYet, 401), (TokenFault.WrongIssuer, 401), (TokenFault.WrongAudience, 401),
        (TokenFault.StrangerKey, 401), (TokenFault.ForgedKeyId, 401), (TokenFault.NotSigned, 401), (TokenFault.NoServiceUrl, 403),
        (TokenFault.OtherServiceUrl, 403), (TokenFault.Unendorsed, 403), (TokenFault.EndorsedElsewhere, 403),
    ];

    private static string ReasonFor(TokenFault fault) => fault switch
    {
        TokenFault.Unendorsed => "The library asks for endorsements only of keys that have any; the protocol page asks for them of all.",
        _ => "",
    };

    private static void Stateless(JsonObject activity)
    {
        activity["channelData"]!.AsObject().Remove("tenant");
        activity["conversation"]!.AsObject().Remove("tenantId");
    }

    private Forgery With(string name, string? token, int status, Action<JsonObject>? change = null)
    {
        var activity = Activity();
        change?.Invoke(activity);
        return new(name, "", status, address => Request(address, activity, token is null ? null : $"Bearer {token}"))
        {
            Token = token, ServiceUrl = teams.ServiceUrl,
        };
    }

    private Forgery Raw(string name, string body, int status) => new(name, "", status, address =>
    {
        var request = Forgery.Post(address, Encoding.UTF8.GetBytes(body), "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {FakeTeamsKeys.Token(teams.ServiceUrl)}");
        return request;
    });

    private JsonObject Activity() => TeamsEnvelopes.Message(
        teams, _user, $"{FakeTeams.Channel};messageid=1700000000001", "1700000000001", "let me in", mention: true);

    private static HttpRequestMessage Request(Uri address, JsonObject activity, string? authorization)
    {
        var request = Forgery.Post(address, Encoding.UTF8.GetBytes(activity.ToJsonString()), "application/json");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    private static string Header(string algorithm, string key = "endorsed") => Base64UrlEncoder.Encode(
        JsonSerializer.Serialize(new { alg = algorithm, typ = "JWT", kid = key }));

    private static string Changed(string claims, string name, string value)
    {
        var body = JsonNode.Parse(Base64UrlEncoder.Decode(claims))!.AsObject();
        body[name] = value;
        return Base64UrlEncoder.Encode(body.ToJsonString());
    }

    /// <summary>The key that everybody knows, used as a secret: https://auth0.com/blog/critical-vulnerabilities-in-json-web-token-libraries/.</summary>
    private static string Hs256(string claims)
    {
        var key = FakeTeamsKeys.Jwks()["keys"]![0]!["n"]!.GetValue<string>();
        var signed = $"{Header("HS256")}.{claims}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(Base64UrlEncoder.DecodeBytes(key), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string OwnKey(string claims)
    {
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportParameters(includePrivateParameters: false);
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new
        {
            alg = "RS256", typ = "JWT", kid = "own", jku = "https://evil.example/keys",
            jwk = new { kty = "RSA", kid = "own", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) },
        }));
        var signed = $"{header}.{claims}";
        var signature = rsa.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }
}
