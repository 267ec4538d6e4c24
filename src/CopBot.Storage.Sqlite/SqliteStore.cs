using System.Data;
using CopBot.Storage.Sqlite.Claims;
using CopBot.Storage.Sqlite.Intake;
using CopBot.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CopBot.Storage.Sqlite;

/// <summary>
/// The embedded default: one file, one process, one writer. Reading takes as many connections as it likes; each view
/// is one snapshot (write-ahead log).
/// </summary>
internal sealed class SqliteStore : IStore, IAsyncDisposable
{
    /// <summary>So many contexts are kept for the next who need one: more than there are workers.</summary>
    private const int MostLent = 32;

    private readonly string _connectionString;
    private readonly DbContextOptions<CopBotDbContext> _options;
    private readonly PooledDbContextFactory<CopBotDbContext> _lent;
    private readonly WriterContext _writing;
    private readonly DatabaseLock _lock;
    private readonly LaneClaims _claims;
    private readonly Writer _writer;
    private readonly SqliteIntake _intake;
    private readonly QuestionCounters _questions;
    private int _disposed;

    public SqliteStore(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            _lock = DatabaseLock.Take(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException(Path, failure);
        }

        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Pooling = true,
            DefaultTimeout = 30,
        }.ToString();
        _options = Options.For(_connectionString);
        _lent = new(_options, MostLent);
        _writing = new(_options);
        _writer = new Writer(_connectionString);
        _intake = new SqliteIntake(new IntakeFile(IntakeFile.PathFor(Path), ReadMoved), _writer);
        _questions = new QuestionCounters(QuestionsOfAsync);
        _claims = new LaneClaims(_connectionString, _intake.MoveAsync);
    }

    /// <summary>The database file's full path.</summary>
    public string Path { get; }

    public Task MigrateAsync(CancellationToken cancel) => Migrations.Migrator.RunAsync(_connectionString, cancel);

    public async Task<CopBotDbContext> OpenAsync(CancellationToken cancel)
    {
        var db = await _lent.CreateDbContextAsync(cancel);
        try
        {
            // It has a word of its own for a transaction that locks nothing; what is read is what was committed:
            // https://learn.microsoft.com/dotnet/standard/data/sqlite/transactions#deferred-transactions
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task<T> ReadAsync<T>(
        Func<CopBotDbContext, CancellationToken, Task<T>> reading, CancellationToken cancel)
    {
        await using var db = await _lent.CreateDbContextAsync(cancel);

        // Once for all that is read: opening costs more than a query by an id.
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await reading(db, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>One writer: what is visible was written in the order of its numbers.</summary>
    public async Task<KnowledgeFeed> KnowledgeFeedAsync(
        CopBotDbContext view, Guid community, long after, CancellationToken cancel)
    {
        var position = await view.NumberAsync($"""SELECT MAX("Id") FROM "KnowledgeChanges" """, cancel);
        return position <= after
            ? new([], position)
            : new(
                await view.KnowledgeChanges.AsNoTracking()
                    .Where(change => change.CommunityId == community && change.Id > after).ToListAsync(cancel),
                position);
    }

    public async Task CommitAsync(CopBotDbContext view, CancellationToken cancel)
    {
        view.Settle();
        if (view.Database.CurrentTransaction is { } snapshot) await snapshot.DisposeAsync();
        try
        {
            await _writer.EnqueueAsync(new CommitUnit(view));
        }
        finally
        {
            // It was the writer's, and the context is lent again.
            view.Database.SetDbConnection(null);
            view.Database.SetConnectionString(_connectionString);
        }
    }

    public async Task<T> WriteAsync<T>(
        Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel)
    {
        var work = new FunctionUnit<T>(_writing, unit);
        await _writer.EnqueueAsync(work);
        return work.Result;
    }

    public Task<int> ChangeAsync(
        Func<CopBotDbContext, CancellationToken, Task<int>> statement, CancellationToken cancel) =>
        WriteAsync(statement, cancel);

    public Task<int> NextQuestionNumberAsync(Guid community, CancellationToken cancel) =>
        _questions.NextAsync(community, cancel);

    public bool IsEmbedded => true;

    public bool HasArrivals => _intake.HasMore;

    public Task<bool> AcceptAsync(Arrival arrival, CancellationToken cancel) => _intake.AcceptAsync(arrival);

    public Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel) =>
        _claims.ClaimAsync(queue, now, cancel);

    public ValueTask ReleaseAsync(LaneClaim claim)
    {
        _claims.Release(claim);
        return ValueTask.CompletedTask;
    }

    /// <summary>One process has the file: whoever runs is alone.</summary>
    public async Task<T?> WriteAloneAsync<T>(
        string duty, Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel) =>
        await WriteAsync(unit, cancel);

    public bool IsOutage(Exception failure) => Outage.Is(failure);

    /// <summary>Moves all that was accepted into the inbox. While nothing claims.</summary>
    public async Task SettleArrivalsAsync()
    {
        while (await _intake.MoveAsync())
        {
        }
    }

    private Task<int> QuestionsOfAsync(Guid community, CancellationToken cancel) => ReadAsync(
        async (db, token) => await db.Communities.Where(one => one.Id == community)
            .Select(one => (int?)one.Questions).FirstOrDefaultAsync(token)
            ?? throw new InvalidOperationException($"The community {community} is not there."),
        cancel);

    private long ReadMoved()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return MovedMark.Read(connection);
    }

    public async ValueTask DisposeAsync()
    {
        // The container knows it by two names, and disposes of each.
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _intake.DisposeAsync();
        await _writer.DisposeAsync();
        await _writing.DisposeAsync();
        _claims.Dispose();
        using (var connection = new SqliteConnection(_connectionString)) SqliteConnection.ClearPool(connection);
        _lock.Dispose();
    }
}
