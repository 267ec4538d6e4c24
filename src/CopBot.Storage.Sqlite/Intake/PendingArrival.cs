namespace CopBot.Storage.Sqlite.Intake;

/// <summary>An arrival that waits to be on disk, and whoever waits for it.</summary>
internal sealed class PendingArrival(Arrival arrival)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Arrival Arrival => arrival;
}
