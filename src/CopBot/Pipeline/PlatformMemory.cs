using CopBot.Chat;
using CopBot.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace CopBot.Pipeline;

/// <summary>A fact that an adapter remembers.</summary>
internal sealed class PlatformFact
{
    public required string Connection { get; init; }

    public required string Name { get; init; }

    public required string Value { get; set; }
}

/// <summary>Adapters' facts in the store, read once in a while each: another host may know better.</summary>
internal sealed class PlatformMemory(IStore store) : IPlatformMemory, IDisposable
{
    private const int Most = 10_000;
    private const int MostTries = 5;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    public void Dispose() => _known.Dispose();

    public Task<string?> RecallAsync(string connection, string name, CancellationToken cancel) =>
        StoredAsync(() => ReadAsync(connection, name, cancel));

    public Task RememberAsync(string connection, string name, string value, CancellationToken cancel) =>
        StoredAsync<object?>(async () =>
        {
            await WriteAsync(connection, name, value, cancel);
            return null;
        });

    /// <summary>While the store is away, what came in counts as not received.</summary>
    private async Task<T> StoredAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception failure) when (store.IsOutage(failure))
        {
            throw new IntakeFullException("The store is away.", failure);
        }
    }

    private async Task<string?> ReadAsync(string connection, string name, CancellationToken cancel)
    {
        if (_known.TryGetValue((connection, name), out string? known)) return known;
        await using var db = await store.OpenAsync(cancel);
        var fact = await db.Facts.FindAsync([connection, name], cancel);
        if (fact is not null) Keep(connection, name, fact.Value);
        return fact?.Value;
    }

    private async Task WriteAsync(string connection, string name, string value, CancellationToken cancel)
    {
        for (var tries = 1; await ReadAsync(connection, name, cancel) != value; tries++)
        {
            try
            {
                await store.WriteAsync((db, token) => PutAsync(db, connection, name, value, token), cancel);
                Keep(connection, name, value);
                return;
            }
            catch (ConflictException) when (tries < MostTries)
            {
                // Another host remembered something of that name at the same moment.
                _known.Remove((connection, name));
            }
        }
    }

    private static async Task PutAsync(
        CopBotDbContext db, string connection, string name, string value, CancellationToken cancel)
    {
        var fact = await db.Facts.FindAsync([connection, name], cancel);
        if (fact is null) db.Facts.Add(new() { Connection = connection, Name = name, Value = value });
        else fact.Value = value;
        await db.SaveChangesAsync(cancel);
    }

    private void Keep(string connection, string name, string value) => _known.Set(
        (connection, name), value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Fresh });
}
