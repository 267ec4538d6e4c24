using CopBot.Slack.Security;
using CopBot.Slack.WebApi;

namespace CopBot.Slack;

/// <summary>One workspace at work: its settings, its Web API, and who the bot is there.</summary>
internal sealed class SlackConnection(string name, SlackConnectionOptions options, SlackWebApi api, SlackSelf self)
{
    /// <summary>Full name, scheme first.</summary>
    public string FullName { get; } = FullNameOf(name);

    public string Name => name;

    public SlackConnectionOptions Options => options;

    public SlackWebApi Api => api;

    public SlackSignature Signature { get; } = new(options.SigningSecret);

    /// <summary>Who the bot is here.</summary>
    public SlackSelf Self => self;

    public static string FullNameOf(string name) => $"{SlackPlatform.PlatformScheme}/{name}";
}
