using CopBot.Matching.Index;

namespace CopBot.Pipeline.Knowing;

/// <summary>One at a time opens an index, writes to it, or throws it away.</summary>
internal sealed class OpenIndex : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private volatile bool _isBuilding;

    public SemaphoreSlim Gate { get; } = new(1);

    public KnowledgeIndex? Index { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    /// <summary>
    /// Whether so much is being put into it, or about to be, that nobody should wait: whoever does keeps a view open,
    /// of which a server has a limited number.
    /// </summary>
    public bool IsBuilding
    {
        get => _isBuilding;
        set => _isBuilding = value;
    }

    /// <summary>Passes the gate.</summary>
    /// <returns>False if it is being built.</returns>
    public async Task<bool> EnterUnlessBuildingAsync(CancellationToken cancel)
    {
        while (!IsBuilding)
        {
            if (await Gate.WaitAsync(Moment, cancel)) return true;
        }

        return false;
    }

    public void Dispose()
    {
        Index?.Dispose();
        Gate.Dispose();
    }
}
