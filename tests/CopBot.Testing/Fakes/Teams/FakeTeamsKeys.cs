using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>The channel's signing keys, and tokens of every good and bad sort.</summary>
public static class FakeTeamsKeys
{
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Who signs the tokens of the tenant's own directory.</summary>
    public const string EntraIssuer = $"https://sts.windows.net/{FakeTeams.Tenant}/";

    // One set for the whole process: to make four keys takes longer than many a test.
    private static readonly RSA _endorsed = Made();
    private static readonly RSA _unendorsed = Made();
    private static readonly RSA _elsewhere = Made();
    private static readonly RSA _stranger = Made();

    public static JsonObject Jwks() => new()
    {
        ["keys"] = new JsonArray(Key("endorsed", _endorsed, "msteams"), Key("unendorsed", _unendorsed), Key("elsewhere", _elsewhere, "webchat")),
    };

    /// <summary>A token that the channel would send with an activity.</summary>
    public static string Token(string serviceUrl, TokenFault fault = TokenFault.None)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = fault == TokenFault.Expired ? now.AddMinutes(-6) : now.AddHours(1);
        var starts = fault switch
        {
            TokenFault.NotYet => now.AddMinutes(10),
            TokenFault.Expired => now.AddHours(-2),
            _ => now.AddMinutes(-1),
        };
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        if (fault != TokenFault.NoServiceUrl)
        {
            claims["serviceurl"] = fault == TokenFault.OtherServiceUrl ? "https://evil.example/" : serviceUrl;
        }

        return Sign(new()
        {
            Issuer = fault == TokenFault.WrongIssuer ? "https://sts.windows.net/evil/" : Issuer,
            Audience = fault == TokenFault.WrongAudience ? Guid.NewGuid().ToString() : FakeTeams.AppId,
            NotBefore = starts,
            IssuedAt = starts,
            Expires = expires,
            Claims = claims,
            SigningCredentials = fault == TokenFault.NotSigned ? null : new SigningCredentials(KeyOf(fault), "RS256"),
        });
    }

    /// <summary>A token of the tenant's directory, for an SDK that takes the channel's own keys from one address only.</summary>
    public static string EntraToken(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Sign(new()
        {
            Issuer = EntraIssuer,
            Audience = FakeTeams.AppId,
            NotBefore = now.AddMinutes(-1),
            IssuedAt = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["tid"] = FakeTeams.Tenant, ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(KeyOf(TokenFault.None), "RS256"),
        });
    }

    // A key is made when it's first used, which two tests may do at once; here it is used.
    private static RSA Made()
    {
        var rsa = RSA.Create(2048);
        _ = rsa.ExportParameters(includePrivateParameters: false);
        return rsa;
    }

    private static string Sign(SecurityTokenDescriptor token) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);

    private static RsaSecurityKey KeyOf(TokenFault fault) => fault switch
    {
        TokenFault.Unendorsed => new RsaSecurityKey(_unendorsed) { KeyId = "unendorsed" },
        TokenFault.EndorsedElsewhere => new RsaSecurityKey(_elsewhere) { KeyId = "elsewhere" },
        TokenFault.StrangerKey => new RsaSecurityKey(_stranger) { KeyId = "stranger" },
        TokenFault.ForgedKeyId => new RsaSecurityKey(_stranger) { KeyId = "endorsed" },
        _ => new RsaSecurityKey(_endorsed) { KeyId = "endorsed" },
    };

    private static JsonObject Key(string id, RSA rsa, params string[] endorsements)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
        if (endorsements.Length > 0) json["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        return json;
    }
}

/// <summary>What is wrong with a token.</summary>
public enum TokenFault
{
    None,
    Expired,
    NotYet,
    WrongIssuer,
    WrongAudience,
    NoServiceUrl,
    OtherServiceUrl,
    Unendorsed,
    EndorsedElsewhere,
    StrangerKey,
    ForgedKeyId,
    NotSigned,
}
