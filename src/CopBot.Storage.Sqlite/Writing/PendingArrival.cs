namespace CopBot.Storage.Sqlite.Writing;

/// <summary>An arrival that waits for the writer, and whoever waits for it.</summary>
internal sealed class PendingArrival(Arrival arrival)
    : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Arrival Arrival => arrival;

    /// <summary>Whether it was new, once it was written and until it is on disk.</summary>
    public bool Stored { get; set; }
}
