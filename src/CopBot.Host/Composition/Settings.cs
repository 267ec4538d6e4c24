using CopBot.AzureOpenAI;
using CopBot.Mail;
using CopBot.Pipeline;
using CopBot.Playground.Sample;
using CopBot.Slack;
using CopBot.Teams;

namespace CopBot.Host.Composition;

/// <summary>The settings, read once and checked whole before anything starts.</summary>
internal sealed class Settings
{
    public required CommunitySettings Communities { get; init; }

    public required IReadOnlyDictionary<string, SlackConnectionOptions> Slack { get; init; }

    public required IReadOnlyDictionary<string, TeamsConnectionOptions> Teams { get; init; }

    /// <summary>Where the platforms reach the bot; null if no setting says so.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>Where coordinators open the bot's pages; null where they can't.</summary>
    public required Uri? PageUrl { get; init; }

    /// <summary>Where metrics and traces go; null for nowhere.</summary>
    public required Collector? Telemetry { get; init; }

    /// <summary>The language model; null for none.</summary>
    public required AzureOpenAIOptions? AzureOpenAI { get; init; }

    /// <summary>The server that takes mail; null for none.</summary>
    public required MailOptions? Mail { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary>Development, and no real connection configured.</summary>
    public required bool Playground { get; init; }

    public required string PlaygroundChatFile { get; init; }

    /// <summary>Where the indexes of what is known lie: derived from the database, and disposable.</summary>
    public required string IndexFolder { get; init; }

    /// <exception cref="SettingsException">Something is wrong; the message names all of it.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var slack = SlackSettings.Read(configuration, faults);
        var teams = TeamsSettings.Read(configuration, faults);
        DatabaseSettings.Check(configuration, faults);
        var communities = CommunitySection.Read(configuration, faults);
        CheckCommunities(communities, slack, teams, faults);
        var publicUrl = PublicUrlSetting.Read(configuration, faults);
        var telemetry = OpenTelemetrySection.Read(configuration, faults);
        var azure = AzureOpenAISettings.Read(configuration, faults);
        var mail = MailSettings.Read(configuration, faults);
        var playground = PlaygroundSection.IsOn(configuration, environment, slack, teams, faults);
        if (AnonymousTeams.IsOn(configuration, environment, playground, teams, faults))
        {
            teams = AnonymousTeams.Connection;
        }
        if (faults.Count > 0) throw new SettingsException(faults);
        return new Settings
        {
            Communities = new CommunitySettings(playground ? WithSample(communities) : communities),
            Slack = slack,
            Teams = teams,
            PublicUrl = publicUrl,
            PageUrl = publicUrl ?? (playground ? Listening(configuration) : null),
            Telemetry = telemetry,
            AzureOpenAI = azure,
            Mail = mail,
            Database = DatabaseSettings.Read(configuration, environment, playground),
            Playground = playground,
            PlaygroundChatFile = Path.Combine(environment.ContentRootPath, "data", "playground-chat.db"),
            IndexFolder = Path.Combine(environment.ContentRootPath, "data", "index"),
        };
    }

    /// <summary>In the Playground everybody is on this machine: pages are where the bot listens.</summary>
    private static Uri? Listening(IConfiguration configuration) => Uri.TryCreate(
        configuration["urls"]?.Split(';')[0] ?? WebHost.DefaultAddress, UriKind.Absolute, out var address) ? address : null;

    private static void CheckCommunities(
        Dictionary<string, CommunityOptions> communities,
        IReadOnlyDictionary<string, SlackConnectionOptions> slack,
        IReadOnlyDictionary<string, TeamsConnectionOptions> teams,
        List<string> faults)
    {
        var named = slack.Select(pair => ($"Slack:Connections:{pair.Key}", pair.Value.Community))
            .Concat(teams.Select(pair => ($"Teams:Connections:{pair.Key}", pair.Value.Community)));
        foreach (var (path, community) in named)
        {
            if (community is null && communities.Count > 1)
            {
                faults.Add($"{path}:Community is missing; there are several: {string.Join(", ", communities.Keys)}.");
            }
            else if (community is not null && !communities.ContainsKey(community))
            {
                faults.Add($"{path}:Community is “{community}”, which Communities does not have.");
            }
        }
    }

    private static Dictionary<string, CommunityOptions> WithSample(Dictionary<string, CommunityOptions> communities)
    {
        var sample = SampleCommunity.Shipped;
        return new(communities, StringComparer.OrdinalIgnoreCase)
        {
            [sample.Community] = new CommunityOptions
            {
                Title = sample.Title,
                Languages = [.. sample.Languages],
                TimeZone = sample.TimeZone,
            },
        };
    }
}
