using System.Net.Http.Headers;

namespace CopBot.Benchmarks.Auth;

/// <summary>A request that nobody may be let in by.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Make">Makes it for an address: the bot's, or a peer's.</param>
/// <param name="Path">Where it goes, below the address of a connection.</param>
/// <param name="Expected">The code it must be refused with.</param>
internal sealed record Forgery(string Name, string Path, int Expected, Func<Uri, HttpRequestMessage> Make)
{
    /// <summary>The token it shows, for peers that judge tokens alone; null where the token is not what is wrong.</summary>
    public string? Token { get; init; }

    /// <summary>The service address that the activity names.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Why another may decide otherwise.</summary>
    public string Reason { get; init; } = "";

    public static HttpRequestMessage Post(Uri address, byte[] body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return request;
    }
}
