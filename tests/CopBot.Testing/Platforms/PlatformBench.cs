using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;

namespace CopBot.Testing.Platforms;

/// <summary>
/// One platform by itself, as the product sees it, with two people at its clients: what goes out is sent straight to
/// the port, what comes in is recorded.
/// </summary>
public abstract class PlatformBench(BotHost bot, RecordingIntake heard) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private int _sent;

    public abstract IChatPlatform Platform { get; }

    /// <summary>A channel that both people read.</summary>
    public abstract PlaceRef Channel { get; }

    public abstract Chatter Person { get; }

    public abstract AccountRef PersonAccount { get; }

    /// <summary>Somebody else in the channel.</summary>
    public abstract Chatter Bystander { get; }

    /// <summary>An account that does not exist.</summary>
    public AccountRef Nobody => new(Channel.Connection, "U99999999");

    public BotHost Bot => bot;

    public RecordingIntake Heard => heard;

    /// <summary>Words that nobody used before.</summary>
    public string Fresh(string words)
    {
        lock (_gate) return $"{words} no. {++_sent}.";
    }

    /// <summary>Sends an effect that was never tried before.</summary>
    public Task<Delivery> SendAsync(Effect effect, MessageRef? existing = null, PlaceRef? direct = null) =>
        Platform.DeliverAsync(Wrap(effect, existing, direct), CancellationToken.None);

    /// <summary>Posts to the channel, and insists that it was sent.</summary>
    public async Task<MessageRef> PostAsync(Card card, string? thread = null)
    {
        var delivery = await SendAsync(new Post(Channel, thread, card));
        return delivery is Delivery.Sent { Message: { } message }
            ? message
            : throw new InvalidOperationException($"Not sent: {delivery}");
    }

    public static Outgoing Wrap(Effect effect, MessageRef? existing = null, PlaceRef? direct = null) =>
        new(Guid.CreateVersion7(), effect, existing, direct, existing is null ? 0 : 1);

    public abstract ValueTask DisposeAsync();
}
