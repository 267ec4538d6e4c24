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
        if (await ReadAsync(connection, name, cancel) == value) return;
        await store.WriteAsync(
            async (db, token) =>
            {
                var fact = await db.Facts.FindAsync([connection, name], token);
                if (fact is null)
                {
                    db.Facts.Add(new PlatformFact { Connection = connection, Name = name, Value = value });
                }
                else fact.Value = value;
                await db.SaveChangesAsync(token);
            },
            cancel);
        Keep(connection, name, value);
    }

    private void Keep(string connection, string name, string value) => _known.Set(
        (connection, name), value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Fresh });
}
