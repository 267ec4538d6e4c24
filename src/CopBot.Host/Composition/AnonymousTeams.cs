using CopBot.Playground.Sample;
using CopBot.Teams;

namespace CopBot.Host.Composition;

/// <summary>
/// Whether a Teams-like test client on this very machine may come in without a token: where the Playground exists, and
/// as long as no Teams connection is configured. It joins the sample community.
/// </summary>
internal static class AnonymousTeams
{
    private const string Setting = "Teams:AllowAnonymous";

    public static IReadOnlyDictionary<string, TeamsConnectionOptions> Connection { get; } =
        new Dictionary<string, TeamsConnectionOptions>(StringComparer.Ordinal)
        {
            ["local"] = TeamsConnectionOptions.LocalClient(SampleCommunity.Shipped.Community),
        };

    public static bool IsOn(
        IConfiguration configuration,
        IHostEnvironment environment,
        bool playground,
        IReadOnlyDictionary<string, TeamsConnectionOptions> teams,
        List<string> faults)
    {
        var wished = configuration.GetValue<bool?>(Setting);
        if (wished == true && !environment.IsDevelopment())
        {
            faults.Add($"{Setting} is true, but anonymous access exists only in Development. Remove the setting.");
        }

        return playground && wished != false && teams.Count == 0;
    }
}
