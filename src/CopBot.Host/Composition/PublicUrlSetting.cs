namespace CopBot.Host.Composition;

/// <summary>Reads <c>PublicUrl</c>: https, or http on loopback for tests; the bot answers at its root.</summary>
internal static class PublicUrlSetting
{
    private const string Name = "PublicUrl";

    public static Uri? Read(IConfiguration configuration, List<string> faults)
    {
        if (configuration[Name] is not { Length: > 0 } value) return null;
        var address = Parse(value);
        if (address is null)
        {
            faults.Add($"{Name} is “{value}”. Use https and the name alone, such as https://bot.example.org.");
        }

        return address;
    }

    /// <returns>Null if it is no such address.</returns>
    public static Uri? Parse(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.AbsolutePath == "/" && address.Query.Length == 0
        ? address
        : null;
}
