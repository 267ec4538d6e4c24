using CopBot.Chat;
using CopBot.Chat.Diagnosis;

namespace CopBot.Testing.Worlds;

/// <summary>Two connections on which nothing goes wrong: what is sent there is only written down.</summary>
internal sealed class WorldPlatform(Func<string, string> naming) : IChatPlatform
{
    public const string PlatformScheme = "world";

    public static IReadOnlyList<string> Names { get; } = [$"{PlatformScheme}/a", $"{PlatformScheme}/b"];

    public string Scheme => PlatformScheme;

    public Capabilities Capabilities { get; } = new()
    {
        Buttons = true, Edits = true, ChannelThreads = true, DirectThreads = true, Forms = true, Signs = true,
        Whispers = true, SeesAllMessages = true, FindsOwnMessages = true, HasPages = true, MessageLength = 40_000,
        SendTimeout = TimeSpan.FromSeconds(1),
    };

    public IReadOnlyList<ConnectionInfo> Connections { get; } =
        [.. Names.Select(name => new ConnectionInfo(name, null, [], Real: false))];

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel) =>
        throw new InvalidOperationException("The world writes down what it decides; nothing is sent.");

    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null);

    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel) =>
        Task.FromResult<AccountInfo?>(new(account, naming(account.Id)));

    public Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel) => Task.FromResult<string?>("#room");

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>([]);
}
