using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Chat.Cards;

namespace CopBot.Testing.Fakes.Plain;

/// <summary>
/// A chat that can do almost nothing: no buttons, no edits, no threads, no signs, five hundred characters a message.
/// It exists in the tests only, and proves that the product needs none of it.
/// </summary>
public sealed class PlainPlatform : IChatPlatform
{
    public const string Connection = "plain/main";

    private const int Longest = 500;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<PlainMessage> _messages = [];

    public string Scheme => "plain";

    public Capabilities Capabilities { get; } = new()
    {
        Buttons = false,
        Edits = false,
        ChannelThreads = false,
        DirectThreads = false,
        Forms = false,
        Signs = false,
        Whispers = false,
        SeesAllMessages = true,
        FindsOwnMessages = false,
        MessageLength = Longest,
        SendTimeout = TimeSpan.FromSeconds(1),
    };

    public IReadOnlyList<ConnectionInfo> Connections { get; } = [new(Connection, null, [], Real: false)];

    public void AddUser(string id, string name) => _names[id] = name;

    public IReadOnlyList<PlainMessage> Read(string place)
    {
        lock (_gate) return [.. _messages.Where(message => message.Place == place)];
    }

    public int Add(string place, string author, string text, Card? card = null)
    {
        lock (_gate)
        {
            _messages.Add(new(_messages.Count + 1, place, author, text, card));
            return _messages.Count;
        }
    }

    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return Task.FromResult<Delivery>(outgoing.Effect switch
        {
            Post post => Show(post.Place.Id, post.Card),
            DirectMessage message => Direct(message.To, message.Card),
            Whisper whisper => Direct(whisper.To, whisper.Card),
            _ => new Delivery.Sent(null),
        });
    }

    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null);

    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Task.FromResult(_names.TryGetValue(account.Id, out var name) ? new AccountInfo(account, name) : null);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>([]);

    public Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel) => Task.FromResult<string?>(null);

    private Delivery Direct(AccountRef to, Card card) =>
        _names.ContainsKey(to.Id) ? Show($"dm:{to.Id}", card) : new Delivery.Gone("There is no such person.");

    private Delivery.Sent Show(string place, Card card)
    {
        var words = string.Join(" · ", card.Actions.Select(action => $"{action.Label}: “{action.Words}”"));
        var text = Shortening.To(PlainRendering.Of(card, words: false), Math.Max(50, Longest - words.Length - 1));
        var id = Add(place, "bot", Shortening.To($"{text}\n{words}".Trim(), Longest), card);
        return new(new MessageRef(new(Connection, place), $"{id}", Thread: null));
    }
}

/// <summary>A message on the plain chat.</summary>
public sealed record PlainMessage(int Id, string Place, string Author, string Text, Card? Card);
