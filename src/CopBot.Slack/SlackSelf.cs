using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Slack.WebApi;

namespace CopBot.Slack;

/// <summary>
/// Who the bot is in a workspace. Slack is asked once for each token, then the answer is remembered: what comes in
/// after a restart is stored although Slack’s API does not answer.
/// Source: https://docs.slack.dev/reference/methods/auth.test
/// </summary>
/// <param name="connection">Full name.</param>
/// <param name="token">Whose bot is asked for.</param>
/// <param name="api">Answers.</param>
/// <param name="memory">Remembers.</param>
internal sealed class SlackSelf(string connection, string token, SlackWebApi api, IPlatformMemory memory)
{
    /// <summary>Whoever presses or commands is waiting for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A bot of another token is another bot. Nobody can tell the token from this.</summary>
    private readonly string _fact =
        $"bot:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 8))}";

    private readonly Lock _lock = new();
    private Task<SlackBot?>? _asking;
    private SlackBot? _bot;

    /// <summary>Why Slack did not tell, the latest time it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>The bot’s ids. Whoever asks while Slack is being asked waits for that answer.</summary>
    /// <returns>Null if Slack does not tell now.</returns>
    /// <exception cref="IntakeFullException">What is remembered can’t be read now.</exception>
    public async Task<SlackBot?> FindAsync(CancellationToken cancel)
    {
        if (_bot is { } bot) return bot;
        return await Asking().WaitAsync(cancel);
    }

    private Task<SlackBot?> Asking()
    {
        lock (_lock)
        {
            if (_asking is null or { IsCompleted: true }) _asking = AskAsync();
            return _asking;
        }
    }

    private async Task<SlackBot?> AskAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            if (await memory.RecallAsync(connection, _fact, timeout.Token) is { } known)
            {
                return _bot = JsonSerializer.Deserialize<SlackBot>(known);
            }
        }
        catch (OperationCanceledException)
        {
            Failure = "What is remembered of it could not be read in time.";
            return null;
        }

        var answer = await api.CallAsync(
            "auth.test", new Dictionary<string, string>(StringComparer.Ordinal), timeout.Token);
        if (!answer.Ok)
        {
            Failure = answer.Error ?? $"{answer.Failure}";
            return null;
        }

        var bot = new SlackBot(
            answer.Body.Text("user_id") ?? "", answer.Body.Text("bot_id"), answer.Body.Text("team_id"));
        await RememberAsync(bot, timeout.Token);
        return _bot = bot;
    }

    /// <summary>Nobody waits for it long: what is not remembered is asked for at the next start.</summary>
    private async Task RememberAsync(SlackBot bot, CancellationToken cancel)
    {
        try
        {
            await memory.RememberAsync(connection, _fact, JsonSerializer.Serialize(bot), cancel);
        }
        catch (Exception failure) when (failure is IntakeFullException or OperationCanceledException)
        {
            // It is known, and that is what counts now.
        }
    }
}

/// <summary>The bot's ids in a workspace.</summary>
internal sealed record SlackBot(string UserId, string? BotId, string? TeamId);
