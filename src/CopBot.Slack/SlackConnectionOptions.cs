namespace CopBot.Slack;

/// <summary>One Slack workspace: <c>Slack:Connections:&lt;name&gt;</c>.</summary>
public sealed class SlackConnectionOptions
{
    /// <summary>Slack's own API.</summary>
    public const string SlackApi = "https://slack.com/api/";

    /// <summary>The app's signing secret: what makes a request Slack's.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot user's token, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>
    /// The app-level token, <c>xapp-…</c>, for Socket Mode: the bot calls Slack instead of being called. Empty for
    /// HTTP.
    /// </summary>
    public string AppToken { get; set; } = "";

    /// <summary>
    /// Where the Web API is. Another than Slack's own is for tests; on loopback the connection is not real.
    /// </summary>
    public string ApiBaseUrl { get; set; } = SlackApi;

    /// <summary>The community this workspace serves; empty for the only one.</summary>
    public string? Community { get; set; }

    /// <summary>Domains whose e-mail addresses link accounts; empty for none.</summary>
    public IList<string> TrustedEmailDomains { get; set; } = [];

    /// <summary>
    /// Whether Slack's published limits are kept before Slack has to say so; by default on real connections only.
    /// </summary>
    public bool? Pace { get; set; }

    /// <summary>
    /// How many times faster than published, for tests; a real connection keeps to what is published.
    /// </summary>
    public double PaceTimes { get; set; } = 1;

    /// <summary>Whether the bot calls Slack instead of being called.</summary>
    public bool UsesSocket => AppToken.Length > 0;

    internal bool IsReal => !new Uri(ApiBaseUrl).IsLoopback;

    internal bool Paced => IsReal || Pace == true;

    internal double PaceSpeed => IsReal ? 1 : PaceTimes;
}
