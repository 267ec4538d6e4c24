using CopBot.Chat;
using CopBot.Chat.Diagnosis;

namespace CopBot.Mail;

/// <summary>
/// E-mail as a platform that only speaks: a card becomes a message to one address. The outbox gives it order, patience
/// and dead letters as it does to any other.
/// </summary>
public sealed class MailPlatform : IChatPlatform, IDisposable
{
    /// <summary>The scheme of its connection's name.</summary>
    public const string PlatformScheme = "mail";

    private readonly string _connection = $"{PlatformScheme}/main";
    private readonly MailOptions _options;
    private readonly MailServer _server;
    private readonly MailMessages _messages;

    internal MailPlatform(MailOptions options, IDrawing? drawing, TimeProvider time)
    {
        (_options, _server, _messages) = (options, new(options), new(options, drawing, time));
        Connections = [new(_connection, Community: null, [], options.IsReal)];
    }

    /// <inheritdoc/>
    public string Scheme => PlatformScheme;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new()
    {
        Buttons = false,
        Edits = false,
        ChannelThreads = false,
        DirectThreads = false,
        Forms = false,
        Signs = false,
        Whispers = false,
        SeesAllMessages = false,
        FindsOwnMessages = false,
        WritesToAddresses = true,
        MessageLength = 100_000,
        SendTimeout = MailServer.Timeout + TimeSpan.FromSeconds(1),
    };

    /// <inheritdoc/>
    public IReadOnlyList<ConnectionInfo> Connections { get; }

    /// <inheritdoc/>
    public async Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        if (outgoing.Effect is not DirectMessage message)
        {
            return new Delivery.Refused($"Mail has nothing for {outgoing.Effect.GetType().Name}.");
        }

        using var mail = _messages.Of(outgoing.Id, message.To.Id, message.Card);
        return mail is null
            ? new Delivery.Refused("That is no e-mail address.")
            : await _server.SendAsync(mail, cancel);
    }

    /// <inheritdoc/>
    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null);

    /// <inheritdoc/>
    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel) =>
        Task.FromResult<AccountInfo?>(null);

    /// <inheritdoc/>
    public Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel) =>
        await _server.GreetAsync(cancel) is { } fault
            ? [new Finding(Verdict.Faulty, _connection, fault, "Look at Mail in the settings: Host, Port, Security, User and Password.")]
            : [Finding.Sound(_connection, $"{_options.Host} lets the bot in; mail comes from {_options.From}")];

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
