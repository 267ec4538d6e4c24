using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace CopBot.Benchmarks.Load;

/// <summary>Sends requests over several connections: as fast as they are answered, or at a fixed rate.</summary>
internal sealed class LoadGenerator(IPEndPoint server, IRequestSource source)
{
    private readonly ConcurrentBag<double> _latencies = [];
    private int _refused;

    /// <summary>Closed loop: each connection sends the next request when the last is answered.</summary>
    public Task<LoadResult> RunAsync(TimeSpan duration, int connections, CancellationToken cancel) =>
        RunAsync(duration, connections, (connection, clock) => ClosedAsync(connection, clock, duration, cancel), cancel);

    /// <summary>
    /// Open loop: requests are due at a fixed rate however slow the answers are, and waiting counts from then on.
    /// </summary>
    public Task<LoadResult> RunAtAsync(int perSecond, TimeSpan duration, int connections, CancellationToken cancel)
    {
        var next = -1;
        return RunAsync(
            duration,
            connections,
            async (connection, clock) =>
            {
                while (true)
                {
                    var due = TimeSpan.FromSeconds((double)Interlocked.Increment(ref next) / perSecond);
                    if (due >= duration) return;
                    if (due - clock.Elapsed is { Ticks: > 0 } early) await Task.Delay(early, cancel);
                    await SendAsync(connection, clock, due, cancel);
                }
            },
            cancel);
    }

    private async Task<LoadResult> RunAsync(
        TimeSpan duration, int connections, Func<HttpConnection, Stopwatch, Task> work, CancellationToken cancel)
    {
        _latencies.Clear();
        _refused = 0;
        var open = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => HttpConnection.OpenAsync(server, cancel)));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(open.Select(connection => Task.Run(() => work(connection, clock), cancel)));
        var seconds = Math.Max(clock.Elapsed.TotalSeconds, duration.TotalSeconds);
        foreach (var connection in open) connection.Dispose();
        return LoadResult.Of([.. _latencies], _refused, seconds);
    }

    private async Task ClosedAsync(
        HttpConnection connection, Stopwatch clock, TimeSpan duration, CancellationToken cancel)
    {
        while (clock.Elapsed < duration)
        {
            if (!await SendAsync(connection, clock, clock.Elapsed, cancel)) return;
        }
    }

    /// <returns>False if the connection broke.</returns>
    private async ValueTask<bool> SendAsync(
        HttpConnection connection, Stopwatch clock, TimeSpan due, CancellationToken cancel)
    {
        var (request, id) = source.Next();
        var status = await connection.SendAsync(request, cancel);
        if (status == 200)
        {
            _latencies.Add((clock.Elapsed - due).TotalMilliseconds);
            source.Acknowledged(id);
        }
        else
        {
            Interlocked.Increment(ref _refused);
        }

        return status != 0;
    }
}

/// <summary>Makes requests, each once.</summary>
internal interface IRequestSource
{
    /// <summary>A whole HTTP request, and its number.</summary>
    (byte[] Request, int Id) Next();

    /// <summary>The server answered 200 to it.</summary>
    void Acknowledged(int id);
}
