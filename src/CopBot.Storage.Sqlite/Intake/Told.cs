namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// Tells some who waited together, one after the other on one thread of the pool: to wake a thread for each costs more
/// than what each still has to do, which is to answer its platform.
/// </summary>
internal sealed class Told(PendingArrival[] arrivals, Exception? failure) : IThreadPoolWorkItem
{
    /// <summary>So many that another processor is worth waking.</summary>
    private const int Some = 8;

    /// <summary>Tells all, whoever's thread this is not held up by.</summary>
    /// <param name="arrivals">Who waits.</param>
    /// <param name="failure">Why their arrivals are not on disk; null if they are.</param>
    public static void Begin(IEnumerable<PendingArrival> arrivals, Exception? failure)
    {
        foreach (var some in arrivals.Chunk(Some))
        {
            ThreadPool.UnsafeQueueUserWorkItem(new Told(some, failure), preferLocal: false);
        }
    }

    public void Execute()
    {
        foreach (var arrival in arrivals)
        {
            if (failure is null) arrival.TrySetResult();
            else arrival.TrySetException(failure);
        }
    }
}
