namespace CopBot.Benchmarks.Auth;

/// <summary>Whoever wants to act in the Playground from elsewhere finds nothing there.</summary>
internal static class PlaygroundForgeries
{
    public static IEnumerable<Forgery> All()
    {
        foreach (var path in new[] { "playground", "playground/clock", "health/connections" })
        {
            yield return Get("another host's name", path, request => request.Headers.Host = "evil.example");
            yield return Get("a page of another origin", path, request => request.Headers.Add("Origin", "https://evil.example"));
            foreach (var header in new[] { "X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via" })
            {
                yield return Get($"forwarded ({header})", path, request => request.Headers.TryAddWithoutValidation(header, "for=203.0.113.9"));
            }
        }
    }

    private static Forgery Get(string name, string path, Action<HttpRequestMessage> change) => new(name, path, 404, address =>
    {
        var request = path.EndsWith("clock", StringComparison.Ordinal)
            ? Forgery.Post(address, "{\"now\":\"2030-01-01T00:00:00Z\"}"u8.ToArray(), "application/json")
            : new HttpRequestMessage(HttpMethod.Get, address);
        change(request);
        return request;
    });
}
