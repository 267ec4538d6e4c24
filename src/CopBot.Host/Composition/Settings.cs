using CopBot.Pipeline;
using CopBot.Playground.Sample;

namespace CopBot.Host.Composition;

/// <summary>The settings, read once and checked whole before anything starts.</summary>
internal sealed class Settings
{
    private Settings(
        CommunitySettings communities, string databaseFile, bool playground, string contentRoot)
    {
        Communities = communities;
        DatabaseFile = databaseFile;
        Playground = playground;
        PlaygroundChatFile = Path.Combine(contentRoot, "data", "playground-chat.db");
    }

    public CommunitySettings Communities { get; }

    public string DatabaseFile { get; }

    /// <summary>Development, and no real connection configured.</summary>
    public bool Playground { get; }

    public string PlaygroundChatFile { get; }

    /// <exception cref="SettingsException">Something is wrong; the message names all of it.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var playground = environment.IsDevelopment() && configuration.GetValue("Playground:Enabled", true);
        if (!environment.IsDevelopment() && configuration.GetValue("Playground:Enabled", false))
        {
            faults.Add("Playground:Enabled is true, but the Playground exists only in Development. Remove the setting.");
        }

        DatabaseSettings.Check(configuration, faults);
        var communities = CommunitySection.Read(configuration, faults);
        if (playground) communities = WithSample(communities);
        if (faults.Count > 0) throw new SettingsException(faults);
        return new(
            new CommunitySettings(communities),
            DatabaseSettings.FileOf(configuration, environment, playground),
            playground,
            environment.ContentRootPath);
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
