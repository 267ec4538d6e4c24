using System.Threading.Channels;
using CopBot.Storage.Postgres.Claims;
using Npgsql;

namespace CopBot.Storage.Postgres.Intake;

/// <summary>
/// Writes arrivals: what waits together is written together, in one statement and one commit, and only then is anybody
/// told: first those who look for work, for whoever delivered sends a worker to look.
/// </summary>
internal sealed class ArrivalBatches : IAsyncDisposable
{
    private const int AtOnce = 500;

    private readonly Channel<PendingArrival> _waiting = Channel.CreateUnbounded<PendingArrival>();
    private readonly ArrivalInsert _insert;
    private readonly Func<int, int?> _host;
    private readonly Action<IReadOnlyList<OwnLane>, bool> _written;
    private readonly Task _work;

    /// <param name="source">Where to.</param>
    /// <param name="host">Which host wants so many lanes for itself; null for none.</param>
    /// <param name="written">Told which became its own, and whether those are all.</param>
    public ArrivalBatches(
        NpgsqlDataSource source, Func<int, int?> host, Action<IReadOnlyList<OwnLane>, bool> written)
    {
        (_insert, _host, _written) = (new ArrivalInsert(source), host, written);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Completes when the arrival is on disk; false if it was known.</summary>
    public async Task<bool> AcceptAsync(Arrival arrival)
    {
        var pending = new PendingArrival(arrival);
        await _waiting.Writer.WriteAsync(pending);
        return await pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _work;
    }

    private async Task WorkAsync()
    {
        var batch = new List<PendingArrival>(AtOnce);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < AtOnce && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                var inserted = await _insert.RunAsync(batch, _host(batch.Count));
                _written(inserted.Own, inserted.OwnAreAll);
                for (var i = 0; i < batch.Count; i++) batch[i].TrySetResult(inserted.IsNew[i]);
            }
#pragma warning disable CA1031 // Whatever stops the batch must reach everybody who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var arrival in batch) arrival.TrySetException(failure);
            }

            batch.Clear();
        }
    }
}

/// <summary>An arrival that waits to be written, and who waits for it: true once it is new on disk.</summary>
internal sealed class PendingArrival(Arrival arrival)
    : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public Arrival Arrival => arrival;
}
