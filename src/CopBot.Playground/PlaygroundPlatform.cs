using System.Globalization;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;

namespace CopBot.Playground;

/// <summary>
/// A chat platform in the browser: the embedded default to try CopBot with, and the proof that nothing in the product
/// knows a platform.
/// </summary>
public sealed class PlaygroundPlatform(PlaygroundChat chat, SampleCommunity sample) : IChatPlatform
{
    /// <summary>The scheme of its connections' names.</summary>
    public const string PlatformScheme = "playground";

    public string Scheme => PlatformScheme;

    public Capabilities Capabilities { get; } = new()
    {
        Buttons = true,
        Edits = true,
        ChannelThreads = true,
        DirectThreads = true,
        Forms = true,
        Signs = true,
        Whispers = true,
        SeesAllMessages = true,
        FindsOwnMessages = true,
        MessageLength = 40_000,
        SendTimeout = TimeSpan.FromSeconds(2),
    };

    public IReadOnlyList<ConnectionInfo> Connections { get; } =
        [.. sample.Connections.Select(c => new ConnectionInfo(c.FullName, sample.Community, [], Real: false))];

    /// <summary>The person's direct chat with the bot.</summary>
    public static PlaceRef DirectPlaceOf(AccountRef account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.Connection, $"dm-{account.Id}");
    }

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        Delivery delivery = outgoing.Effect switch
        {
            Post post => Show(outgoing, post.Place, post.Thread, post.Card, onlyFor: null),
            DirectMessage message when sample.Person(message.To.Id) is null => new Delivery.Gone("There is no such person."),
            DirectMessage message => Show(
                outgoing, DirectPlaceOf(message.To), message.Thread, message.Card, onlyFor: null),
            Whisper whisper => Show(outgoing, whisper.Place, whisper.Thread, whisper.Card, whisper.To.Id),
            React react => chat.Sign(IdOf(react.Message.Id), react.Sign)
                ? new Delivery.Sent(null)
                : new Delivery.Gone("There is no such message."),
            _ => new Delivery.Refused($"The Playground does not know {outgoing.Effect.GetType().Name}."),
        };
        return Task.FromResult(delivery);
    }

    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return Task.FromResult<Delivery?>(chat.Find(outgoing.Id) is { } post ? new Delivery.Sent(RefOf(post)) : null);
    }

    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Task.FromResult(sample.Person(account.Id) is { } person
            ? new AccountInfo(account, person.Name, Language: person.Language)
            : null);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>([]);

    public Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel) => Task.FromResult<string?>(null);

    internal static long IdOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static MessageRef RefOf(PlaygroundPost post)
    {
        var thread = post.Thread ?? post.Id;
        return new(new(post.Connection, post.Place), $"{post.Id}", $"{thread}");
    }

    private Delivery.Sent Show(
        Outgoing outgoing, PlaceRef place, string? thread, CopBot.Chat.Cards.Card card, string? onlyFor)
    {
        if (outgoing.Existing is { } existing && chat.Change(IdOf(existing.Id), card)) return new(existing);
        var post = chat.Show(place, thread is null ? null : IdOf(thread), card, onlyFor, outgoing.Id);
        return new(RefOf(post));
    }
}
