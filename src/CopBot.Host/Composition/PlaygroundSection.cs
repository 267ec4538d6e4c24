using CopBot.Slack;
using CopBot.Teams;

namespace CopBot.Host.Composition;

/// <summary>
/// Whether the Playground exists: in Development, as long as no real connection is configured. Nobody must be able to
/// act there for somebody of a real workspace.
/// </summary>
internal static class PlaygroundSection
{
    public static bool IsOn(
        IConfiguration configuration,
        IHostEnvironment environment,
        IReadOnlyDictionary<string, SlackConnectionOptions> slack,
        IReadOnlyDictionary<string, TeamsConnectionOptions> teams,
        List<string> faults)
    {
        var wished = configuration.GetValue<bool?>("Playground:Enabled");
        if (wished == true && !environment.IsDevelopment())
        {
            faults.Add("Playground:Enabled is true, but the Playground exists only in Development. Remove the setting.");
        }

        // Faulty addresses are reported by their own section; here they count as real.
        var real = slack.Values.Any(options => !IsLoopback(options.ApiBaseUrl))
            || teams.Values.Any(options => !IsLoopback(options.Authority));
        return environment.IsDevelopment() && !real && wished != false;
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
