using CopBot.Chat;
using CopBot.Slack.Security;
using CopBot.Slack.WebApi;

namespace CopBot.Slack;

/// <summary>One workspace at work: its settings, its Web API, and who the bot is there.</summary>
#pragma warning disable CA1001 // A semaphore without a wait handle has nothing to dispose of.
internal sealed class SlackConnection(string name, SlackConnectionOptions options, SlackWebApi api)
#pragma warning restore CA1001
{
    /// <summary>Whoever presses or commands is waiting for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1);
    private SlackBot? _bot;

    /// <summary>Full name, scheme first.</summary>
    public string FullName { get; } = $"{SlackPlatform.PlatformScheme}/{name}";

    public string Name => name;

    public SlackConnectionOptions Options => options;

    public SlackWebApi Api => api;

    public SlackSignature Signature { get; } = new(options.SigningSecret);

    /// <summary>Why Slack did not tell who the bot is, the latest time it did not.</summary>
    public string? TokenFailure { get; private set; }

    /// <summary>Who the bot is, as <c>auth.test</c> tells; asked once, and again after a failure.</summary>
    /// <returns>Null if Slack does not tell now.</returns>
    public async Task<SlackBot?> BotAsync(CancellationToken cancel)
    {
        if (_bot is not null) return _bot;
        await _asking.WaitAsync(cancel);
        try
        {
            if (_bot is not null) return _bot;
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            timeout.CancelAfter(Patience);
            var answer = await api.CallAsync(
                "auth.test", new Dictionary<string, string>(StringComparer.Ordinal), timeout.Token);
            if (!answer.Ok)
            {
                TokenFailure = answer.Error ?? $"{answer.Failure}";
                return null;
            }

            _bot = new SlackBot(
                answer.Body.Text("user_id") ?? "", answer.Body.Text("bot_id"), answer.Body.Text("team_id"));
            return _bot;
        }
        finally
        {
            _asking.Release();
        }
    }
}

/// <summary>The bot's ids in a workspace.</summary>
internal sealed record SlackBot(string UserId, string? BotId, string? TeamId);
