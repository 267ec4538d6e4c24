using CopBot.Chat;
using CopBot.Features.Participation;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Storage.Sqlite;
using CopBot.Testing.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CopBot.Testing.Worlds;

/// <summary>
/// A community of eight on two connections, as it ships but for the clock and the network: what comes in is decided and
/// committed at once, what goes out is written down.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;
    private long _messages;

    private World(ServiceProvider services, string folder, CapturedLog log)
    {
        (_services, _folder, Log) = (services, folder, log);
        Store = services.GetRequiredService<IStore>();
        Clock = services.GetRequiredService<DomainClock>();
    }

    public IStore Store { get; }

    public DomainClock Clock { get; }

    public CapturedLog Log { get; }

    public IIntake Intake => _services.GetRequiredService<IIntake>();

    /// <summary>All that was sent, in order.</summary>
    public List<Said> All { get; } = [];

    /// <param name="language">What everybody speaks.</param>
    /// <param name="naming">What people are called; by names that occur nowhere else if none is given.</param>
    public static async Task<World> OpenAsync(string language = "en", Func<string, string>? naming = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Shelf, $"copbot-world-{Guid.NewGuid():N}")).FullName;
        var file = Path.Combine(folder, "world.db");
        if (!TestEngine.IsPostgres) await EmptyDatabase.CopyToAsync(file);
        var log = new CapturedLog();
        var services = Compose(file, log, language, naming ?? WorldPeople.NameOf);
        var world = new World(services, folder, log);
        world.Clock.Set(new DateTimeOffset(2027, 1, 4, 10, 0, 0, TimeSpan.Zero));
        await services.GetRequiredService<CommunitySetup>().RunAsync(CancellationToken.None);
        return world;
    }

    public string NextMessage() => $"m{++_messages}";

    /// <summary>Takes something in, and lets everything happen that follows from it now.</summary>
    public async Task<IReadOnlyList<Said>> TakeInAsync(Inbound inbound)
    {
        await Intake.AcceptAsync(inbound, CancellationToken.None);
        return await RunAsync();
    }

    /// <summary>Lets everything happen that is due.</summary>
    public async Task<IReadOnlyList<Said>> RunAsync()
    {
        var before = All.Count;
        var timers = ActivatorUtilities.CreateInstance<TimerWorker>(_services);
        do
        {
            while (await Store.ClaimAsync(Queue.Inbox, _services.GetRequiredService<SecurityClock>().Now, CancellationToken.None) is { } claim)
            {
                await _services.GetRequiredService<TurnRunner>().RunAsync(claim.RowId, CancellationToken.None);
                await Store.ReleaseAsync(claim);
                await WriteDownAsync();
            }
        }
        while (await AnyTimerAsync() && await timers.FireAsync(CancellationToken.None) > 0);
        return All[before..];
    }

    public async Task<string> ExportAsync()
    {
        var sealer = ActivatorUtilities.CreateInstance<Sealer>(_services);
        while (await sealer.SealAsync(CancellationToken.None) > 0)
        {
        }

        await using var db = await Store.OpenAsync(CancellationToken.None);
        var community = await db.Communities.SingleAsync();
        var verdict = await LogVerification.VerifyAsync(db, community, null, CancellationToken.None);
        if (verdict.Fault is not null) throw new InvalidOperationException(verdict.Fault);
        using var export = new MemoryStream();
        await LogExport.WriteAsync(db, community, export, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(export.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await TestEngine.DropAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Worlds are thrown away: memory will do where there is some.</summary>
    private static string Shelf => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private static ServiceProvider Compose(
        string file, CapturedLog log, string language, Func<string, string> naming)
    {
        var community = new CommunityOptions { Title = "World", Languages = [language], TimeZone = "Africa/Accra" };
        var communities = new Dictionary<string, CommunityOptions>(StringComparer.Ordinal) { ["world"] = community };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log))
            .AddSqliteStorage(file)
            .AddCopBot(new CommunitySettings(communities), Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "-index"))
            .AddSingleton<IChatPlatform>(new WorldPlatform(naming));
        if (TestEngine.IsPostgres) TestEngine.Use(services, Path.GetDirectoryName(file)!);
        else services.AddSingleton<IStore>(provider => new ViewsLetGo(provider.GetRequiredService<SqliteStore>()));
        return services.BuildServiceProvider();
    }

    private async Task<bool> AnyTimerAsync()
    {
        await using var db = await Store.OpenAsync(CancellationToken.None);
        var now = Clock.GetUtcNow();
        return await db.Timers.AnyAsync(timer => timer.DueAt <= now);
    }

    /// <summary>What waits to be sent is written down, and counts as sent.</summary>
    private async Task WriteDownAsync()
    {
        var rows = await Store.WriteAsync(
            async (db, token) =>
            {
                var waiting = await db.Outbox.Where(row => row.State == RowState.Pending).OrderBy(row => row.Id).ToListAsync(token);
                var found = new List<(OutboxRow Row, Effect Effect)>();
                foreach (var row in waiting)
                {
                    found.Add((row, Payload.Effect(row.Effect!)));
                    if (row.CardKey?.StartsWith("q:", StringComparison.Ordinal) != true) row.Finish();
                }

                await db.SaveChangesAsync(token);
                return found;
            },
            CancellationToken.None);
        foreach (var (row, effect) in rows)
        {
            var said = Said.Of(effect, NextMessage());
            All.Add(said);
            if (row.State != RowState.Pending || said.Message is null) continue;
            var outgoing = new Outgoing(row.EffectId, effect, null, null, 0);
            await _services.GetRequiredService<Receipts>().FinishAsync(row.Id, outgoing, said.Message, CancellationToken.None);
        }
    }
}
