using System.Collections.Concurrent;
using CopBot.Pipeline;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// What a busy channel says: each fifth message asks the bot, each third is a reply in a thread, the rest is talk among
/// people. Each has ids of its own; they are made and signed before they are needed, for the generator shares the
/// machine with what it measures.
/// </summary>
/// <param name="connection">The bot's connection.</param>
/// <param name="allConcern">True if there is no talk among people: each message is a reply or asks the bot.</param>
internal abstract class PreparedLoad(string connection, bool allConcern) : IRequestSource
{
    private static readonly string[] Words =
    [
        "ceilings", "payroll", "arrears", "tenders", "indicators", "pensions", "transfers", "audits", "ledgers",
        "forecasts", "grants", "subsidies", "reserves", "tariffs", "pledges", "vouchers", "quotas", "deficits",
    ];

    private readonly ConcurrentBag<int> _acknowledged = [];
    private byte[][] _ready = [];
    private int _next = -1;

    /// <summary>The inbox keys of the messages that were answered with 200 and that the bot has to have on disk.</summary>
    public IEnumerable<byte[]> Durable => _acknowledged.Where(Concerns).Select(id => Payload.KeyHash(connection, KeyOf(id)));

    protected static long Start { get; } = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Makes so many requests ahead.</summary>
    public void Prepare(int more)
    {
        var first = _ready.Length;
        Array.Resize(ref _ready, first + more);
        Parallel.For(first, _ready.Length, id => _ready[id] = Make(id));
    }

    public (byte[] Request, int Id) Next()
    {
        var id = Interlocked.Increment(ref _next);
        return (id < _ready.Length ? _ready[id] : Make(id), id);
    }

    public void Acknowledged(int id) => _acknowledged.Add(id);

    protected abstract byte[] Make(int id);

    /// <summary>What makes it the same message when it is delivered again.</summary>
    protected abstract string KeyOf(int id);

    protected bool Concerns(int id) => allConcern || id % 5 == 0 || id % 3 == 0;

    protected static bool Asks(int id) => id % 5 == 0;

    protected static string TextOf(int id) => Asks(id)
        ? $"How do you plan {Word(id / 5)} and {Word(id / 90)} before {Word(id / 1620)} {id}?"
        : $"I wrote up how we cut the time for {Word(id)} in half, and {Word(id / 18)} too: feedback welcome {id}";

    private static string Word(int id) => Words[id % Words.Length];
}
