using CopBot.Storage;

namespace CopBot.Testing.Storage;

/// <summary>A store of some engine, with what is to be cleaned up after it.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly Func<ValueTask> _dispose;

    internal StoreUnderTest(IStore store, Func<ValueTask> dispose) => (Store, _dispose) = (store, dispose);

    internal IStore Store { get; }

    public ValueTask DisposeAsync() => _dispose();
}
