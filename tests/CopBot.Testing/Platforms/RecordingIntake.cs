using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Chat.Cards;

namespace CopBot.Testing.Platforms;

/// <summary>
/// Keeps what an adapter hands over instead of working on it, and knows a key again, as the inbox does.
/// </summary>
public sealed class RecordingIntake : IIntake
{
    private readonly ConcurrentQueue<Inbound> _heard = new();
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>The form that every press that wants one gets: one field, <c>text</c>.</summary>
    public static Form FormFor(string action, string? argument) =>
        new(action, argument, "Your answer", "Send", [new Field("text", "Answer") { Multiline = true }]);

    public IReadOnlyList<Inbound> All => [.. _heard];

    public void Clear() => _heard.Clear();

    /// <summary>The only inbound of a kind; it fails if there are none or several.</summary>
    public T Only<T>()
        where T : Inbound =>
        _heard.OfType<T>().Single();

    public Task<Intake> AcceptAsync(Inbound inbound, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        if (!_keys.TryAdd($"{inbound.Connection} {inbound.Key}", true)) return Task.FromResult(Intake.Duplicate);
        _heard.Enqueue(inbound);
        return Task.FromResult(Intake.Stored);
    }

    public async Task<Card?> AcceptAndAwaitAsync(Inbound inbound, TimeSpan within, CancellationToken cancel)
    {
        await AcceptAsync(inbound, cancel);
        return null;
    }

    public Task<FormOpening> OpenFormAsync(FormRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.FromResult(new FormOpening(FormFor(request.Action, request.Argument), null));
    }

    public Task<IReadOnlyDictionary<string, string>> CheckFormAsync(
        FormSubmitted submitted, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal));

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancel) =>
        Task.FromResult(new SearchAnswer([], "Nothing is kept here."));
}
