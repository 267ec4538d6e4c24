namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// An arrival that waits to be on disk, and whoever waits for it: told by <see cref="IntakeWriter"/>, on its thread, so
/// whoever it is does not hold that thread up.
/// </summary>
internal sealed class PendingArrival(Arrival arrival) : TaskCompletionSource
{
    public Arrival Arrival => arrival;
}
