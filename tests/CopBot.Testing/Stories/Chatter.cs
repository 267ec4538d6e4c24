namespace CopBot.Testing.Stories;

/// <summary>A person at a chat client: says things, presses things, sees things.</summary>
public abstract class Chatter(string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => name;

    /// <summary>Speaks to the bot in the channel, at its top level.</summary>
    public abstract Task MentionAsync(string text);

    /// <summary>Writes to the bot in the direct chat.</summary>
    public abstract Task TellAsync(string text);

    /// <summary>Replies in the thread of a message, mentioning the bot or not.</summary>
    public abstract Task ReplyAsync(Seen to, string text, bool mention);

    /// <summary>Presses a button.</summary>
    public abstract Task PressAsync(Seen card, string action);

    /// <summary>Presses a button that opens a form, fills in its only field and sends it.</summary>
    public Task FillAsync(Seen card, string action, string text) => FillAsync(
        card, action, new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = text });

    /// <summary>Presses a button that opens a form, fills it in and sends it.</summary>
    public abstract Task FillAsync(Seen card, string action, IReadOnlyDictionary<string, string> values);

    /// <summary>Waits for a message with certain words, offering a certain action.</summary>
    public async Task<Seen> SeesAsync(string words, string? action = null)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        IReadOnlyList<Seen> seen = [];
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            seen = await LookAsync();
            var found = seen.LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal)
                && (action is null || message.Actions.Contains(action)));
            if (found is not null) return found;
            await Task.Delay(25);
        }

        throw new TimeoutException(
            $"{name} waited for “{words}” {action} and saw:\n{string.Join('\n', seen.Select(s => $"- {s.Words} {string.Join(',', s.Actions)}"))}");
    }

    /// <summary>How many of the bot's messages with certain words there are now.</summary>
    public async Task<int> CountsAsync(string words) =>
        (await LookAsync()).Count(message => message.Words.Contains(words, StringComparison.Ordinal));

    /// <summary>What the person sees of the bot now, oldest first.</summary>
    public Task<IReadOnlyList<Seen>> ReadAsync() => LookAsync();

    /// <summary>The bot's messages that the person can see now, oldest first.</summary>
    protected abstract Task<IReadOnlyList<Seen>> LookAsync();
}
