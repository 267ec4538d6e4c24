using System.CommandLine;
using CopBot.Host.Composition;
using CopBot.Host.Manifests;

namespace CopBot.Host.CommandLine;

/// <summary><c>manifest slack</c> and <c>manifest teams</c>: what to install, made from the settings.</summary>
internal static class ManifestCommand
{
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write.", Required = true };
    private static readonly Option<string?> Url = new("--url")
    {
        Description = "The bot's https address, if PublicUrl is not set.",
    };

    public static Command Command => new("manifest", "Make the file to install the bot with.") { Slack, Teams };

    private static Command Slack
    {
        get
        {
            var connection = new Option<string?>("--connection") { Description = "Its name in the settings, if there are several." };
            var socket = new Option<bool>("--socket")
            {
                Description = "For Socket Mode: the bot calls Slack, and needs no address. Follows from AppToken if that is set.",
            };
            var command = new Command("slack", "The manifest to paste at api.slack.com/apps.") { Out, Url, connection, socket };
            command.SetAction((result, cancel) => SlackAsync(
                result.GetRequiredValue(Out),
                result.GetValue(Url),
                result.GetValue(connection),
                result.GetValue(socket),
                cancel));
            return command;
        }
    }

    private static Command Teams
    {
        get
        {
            var connection = new Option<string?>("--connection") { Description = "Its name in the settings, if there are several." };
            var appId = new Option<string?>("--app-id") { Description = "The bot's app id, if no connection is configured yet." };
            var all = new Option<bool>("--all-messages")
            {
                Description = "Ask the team's owner to let the bot see every message of its channels.",
            };
            var command = new Command("teams", "The package to upload to Teams.") { Out, Url, connection, appId, all };
            command.SetAction((result, cancel) => TeamsAsync(
                result.GetRequiredValue(Out),
                result.GetValue(Url),
                result.GetValue(appId) ?? AppIdOf(result.GetValue(connection)),
                result.GetValue(all),
                cancel));
            return command;
        }
    }

    private static async Task<int> SlackAsync(
        FileInfo file, string? url, string? connection, bool socket, CancellationToken cancel)
    {
        var sections = Configuration.GetSection("Slack:Connections").GetChildren().ToList();
        var names = sections.ConvertAll(section => section.Key);
        if (connection is null && names.Count > 1)
        {
            throw new SettingsException([$"Say which workspace with --connection: {string.Join(", ", names)}."]);
        }

        socket |= sections.Exists(one => (connection is null || one.Key == connection) && one["AppToken"] is { Length: > 0 });
        var manifest = socket ? SlackManifest.WithoutAddress() : SlackManifest.Of(AddressOf(url), connection);
        await File.WriteAllTextAsync(file.FullName, Template.Write(manifest), cancel);
        Console.WriteLine($"{file.FullName} is written. At https://api.slack.com/apps: Create New App, From a manifest.");
        return 0;
    }

    private static async Task<int> TeamsAsync(
        FileInfo file, string? url, string? appId, bool allMessages, CancellationToken cancel)
    {
        if (!Guid.TryParse(appId, out _))
        {
            throw new SettingsException(
                [$"The app id is “{appId}”, which is no GUID. Set Teams:Connections:main:AppId, or give --app-id."]);
        }

        var manifest = TeamsPackage.ManifestOf(AddressOf(url), appId, allMessages);
        await using (var stream = file.Create()) await TeamsPackage.WriteAsync(stream, manifest, cancel);
        Console.WriteLine($"{file.FullName} is written. In Teams: Apps, Manage your apps, Upload an app.");
        return 0;
    }

    private static ConfigurationManager Configuration => WebApplication.CreateBuilder().Configuration;

    private static Uri AddressOf(string? url)
    {
        var faults = new List<string>();
        var address = url is null ? PublicUrlSetting.Read(Configuration, faults) : PublicUrlSetting.Parse(url);
        if (faults.Count > 0) throw new SettingsException(faults);
        return address ?? throw new SettingsException([url is null
            ? "PublicUrl is not set, and manifests carry it. Set it, or give --url https://bot.example.org."
            : $"--url is “{url}”. Use https and the name alone, such as https://bot.example.org."]);
    }

    /// <summary>The app id of a connection, or of the only one.</summary>
    private static string? AppIdOf(string? connection)
    {
        var sections = Configuration.GetSection("Teams:Connections").GetChildren().ToList();
        if (connection is null && sections.Count > 1)
        {
            throw new SettingsException(
                [$"Say which tenant with --connection: {string.Join(", ", sections.Select(section => section.Key))}."]);
        }

        return sections.Find(section => connection is null || section.Key == connection)?["AppId"];
    }
}
