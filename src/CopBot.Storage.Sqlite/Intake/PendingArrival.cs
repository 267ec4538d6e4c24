namespace CopBot.Storage.Sqlite.Intake;

/// <summary>An arrival that waits to be on disk, and whoever waits for it: told by <see cref="Told"/>, on its thread.</summary>
internal sealed class PendingArrival(Arrival arrival) : TaskCompletionSource
{
    public Arrival Arrival => arrival;
}
