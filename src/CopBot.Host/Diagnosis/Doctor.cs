using CopBot.AzureOpenAI;
using CopBot.Mail;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Host.Composition;
using CopBot.Slack;
using CopBot.Storage.Postgres;
using CopBot.Storage.Sqlite;
using CopBot.Teams;

namespace CopBot.Host.Diagnosis;

/// <summary>Examines an installation from the settings outwards.</summary>
internal static class Doctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>All findings, each as soon as it is known.</summary>
    public static async IAsyncEnumerable<Finding> ExamineAsync(
        WebApplicationBuilder builder,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        Settings? settings = null;
        IReadOnlyList<string> faults = [];
        try
        {
            settings = Settings.Read(builder.Configuration, builder.Environment);
        }
        catch (SettingsException failure)
        {
            faults = failure.Faults;
        }

        foreach (var fault in faults) yield return new Finding(Verdict.Faulty, "settings", fault);
        if (settings is null) yield break;
        yield return Finding.Sound("settings", SummaryOf(settings, builder.Environment));
        if (settings is { Slack.Count: 0, Teams.Count: 0 } or { Playground: true })
        {
            yield return Finding.Doubtful(
                "settings", "no workspace and no tenant is configured", "Set Slack:Connections or Teams:Connections; see docs/install.md.");
        }

        foreach (var finding in await DatabaseAsync(settings.Database, cancel)) yield return finding;
        using var http = new HttpClient { Timeout = Patience };
        foreach (var platform in PlatformsOf(settings, http))
        {
            using var box = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            box.CancelAfter(Patience * 2);
            foreach (var finding in await platform.ExamineAsync(box.Token)) yield return finding;
        }

        if (settings.AzureOpenAI is { } azure) yield return await AzureOpenAIExamination.RunAsync(azure, cancel);
        var isCalled = settings.Teams.Count > 0 || settings.Slack.Values.Any(connection => !connection.UsesSocket);
        if (isCalled || settings.PublicUrl is not null)
        {
            yield return await new PublicAddress(http, settings.PublicUrl).RunAsync(cancel);
        }

        foreach (var finding in await new RunningBot(http, ListeningAddress(builder.Configuration)).RunAsync(cancel))
        {
            yield return finding;
        }

        foreach (var finding in ManifestExamination.Run(settings)) yield return finding;
    }

    private static Task<IReadOnlyList<Finding>> DatabaseAsync(DatabaseSettings database, CancellationToken cancel) =>
        database.Provider == Engine.Postgres
            ? PostgresExamination.RunAsync(database.Where, cancel)
            : SqliteExamination.RunAsync(database.Where, cancel);

    private static IEnumerable<IChatPlatform> PlatformsOf(Settings settings, HttpClient http)
    {
        var clock = new SecurityClock(TimeProvider.System);
        if (settings.Slack.Count > 0) yield return new SlackPlatform(settings.Slack, http, new NoMemory(), clock);
        if (settings.Teams.Count > 0) yield return new TeamsPlatform(settings.Teams, http, new NoMemory(), clock);
        if (settings.Mail is { } mail) yield return new MailPlatform(mail, drawing: null, TimeProvider.System);
    }

    private static string SummaryOf(Settings settings, IHostEnvironment environment) =>
        $"{settings.Slack.Count} Slack and {settings.Teams.Count} Teams connection(s), "
        + $"communities: {string.Join(", ", settings.Communities.All.Keys)}; environment {environment.EnvironmentName}";

    private static Uri ListeningAddress(ConfigurationManager configuration)
    {
        var first = (configuration["urls"] ?? WebHost.DefaultAddress).Split(';')[0]
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
        return Uri.TryCreate(first, UriKind.Absolute, out var address) ? address : new Uri(WebHost.DefaultAddress);
    }

    /// <summary>An examination finds out, it does not remember.</summary>
    private sealed class NoMemory : IPlatformMemory
    {
        public Task<string?> RecallAsync(string connection, string name, CancellationToken cancel) =>
            Task.FromResult<string?>(null);

        public Task RememberAsync(string connection, string name, string value, CancellationToken cancel) =>
            Task.CompletedTask;
    }
}
