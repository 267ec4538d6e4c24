using Microsoft.Extensions.Configuration;

namespace CopBot.Slack;

/// <summary>Reads and checks <c>Slack:Connections</c>.</summary>
public static class SlackSettings
{
    /// <summary>The connections by name; whatever is wrong with them is added to the faults.</summary>
    public static IReadOnlyDictionary<string, SlackConnectionOptions> Read(
        IConfiguration configuration, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(faults);
        var connections = new Dictionary<string, SlackConnectionOptions>(StringComparer.Ordinal);
        foreach (var section in configuration.GetSection("Slack:Connections").GetChildren())
        {
            var options = section.Get<SlackConnectionOptions>() ?? new SlackConnectionOptions();
            Check(section, options, faults);
            connections[section.Key] = options;
        }

        return connections;
    }

    private static void Check(IConfigurationSection section, SlackConnectionOptions options, ICollection<string> faults)
    {
        if (!section.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            faults.Add($"{section.Path}: a connection’s name is part of an address; use letters, digits, - and _.");
        }

        if (options.UsesSocket && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            faults.Add($"{section.Path}:AppToken must begin with xapp-. Make one in Basic Information, App-Level Tokens, "
                + "with the scope connections:write; or remove it, and set SigningSecret.");
        }

        if (options.SigningSecret.Length == 0 && !options.UsesSocket)
        {
            faults.Add($"{section.Path}:SigningSecret is missing. Copy it from the app’s page, Basic Information.");
        }

        if (!options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal))
        {
            faults.Add($"{section.Path}:BotToken must begin with xoxb-. Copy it from OAuth & Permissions.");
        }

        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var api)
            || (api.Scheme != Uri.UriSchemeHttps && !api.IsLoopback))
        {
            faults.Add($"{section.Path}:ApiBaseUrl is “{options.ApiBaseUrl}”. Use https, or http on loopback for tests.");
            options.ApiBaseUrl = SlackConnectionOptions.SlackApi;
        }
        else if (!options.ApiBaseUrl.EndsWith('/'))
        {
            options.ApiBaseUrl += "/";
        }
    }
}
