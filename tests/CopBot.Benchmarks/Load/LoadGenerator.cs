using System.Diagnostics;
using System.Net;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// Sends requests over several connections: as fast as they are answered, or at a fixed rate. One thread does it all,
/// so that most of the machine is left to what it measures.
/// </summary>
internal sealed class LoadGenerator(IPEndPoint server, IRequestSource source)
{
    private static readonly long Second = Stopwatch.Frequency;

    /// <summary>Closed loop: each connection sends the next request when the last is answered.</summary>
    public Task<LoadResult> RunAsync(TimeSpan duration, int connections, CancellationToken cancel) =>
        StartAsync(connections, duration, _ => 0, cancel);

    /// <summary>
    /// Open loop: requests are due at a fixed rate however slow the answers are, and waiting counts from then on.
    /// </summary>
    public Task<LoadResult> RunAtAsync(int perSecond, TimeSpan duration, int connections, CancellationToken cancel) =>
        StartAsync(connections, duration, number => number * Second / perSecond, cancel);

    private Task<LoadResult> StartAsync(int connections, TimeSpan duration, Func<long, long> due, CancellationToken cancel) =>
        Task.Factory.StartNew(
            () => Run(connections, (long)(duration.TotalSeconds * Second), due, cancel),
            cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <param name="connections">How many.</param>
    /// <param name="duration">In ticks.</param>
    /// <param name="due">When which request is due, in ticks since the start; 0 for as soon as a connection is free.</param>
    /// <param name="cancel">Gives up.</param>
    private LoadResult Run(int connections, long duration, Func<long, long> due, CancellationToken cancel)
    {
        HttpConnection[] all = [.. Enumerable.Range(0, connections).Select(_ => new HttpConnection(server))];
        var (free, readiness, latencies) = (new Stack<HttpConnection>(all), new Readiness(all), new List<double>());
        var (start, sent, refused, broken) = (Stopwatch.GetTimestamp(), 0L, 0, 0);
        while (!cancel.IsCancellationRequested)
        {
            var now = Stopwatch.GetTimestamp() - start;
            var next = due(sent);
            while (free.Count > 0 && now < duration && next <= now && next < duration)
            {
                var (request, id) = source.Next();
                free.Pop().Send(request, id, next == 0 ? now : next);
                next = due(++sent);
            }

            var isOver = now >= duration || next >= duration;
            var waiting = all.Length - broken - free.Count;
            if (waiting == 0 && (isOver || broken == all.Length)) break;
            readiness.Wait(Stopwatch.GetElapsedTime(0, isOver || free.Count == 0 ? Second : Math.Max(0, next - now)));
            for (var i = 0; i < all.Length; i++)
            {
                if (!readiness.Has(i)) continue;
                var line = all[i];
                var id = line.Pending!.Value;
                if (line.Receive() is not { } status) continue;
                if (status == 200)
                {
                    latencies.Add((Stopwatch.GetTimestamp() - start - line.Due) * 1000.0 / Second);
                    source.Acknowledged(id);
                }
                else
                {
                    refused++;
                }

                if (status == 0) broken++;
                else free.Push(line);
            }
        }

        foreach (var line in all) line.Dispose();
        return LoadResult.Of(latencies, refused, (double)(Stopwatch.GetTimestamp() - start) / Second);
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
