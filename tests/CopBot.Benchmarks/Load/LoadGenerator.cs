using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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
        var all = Enumerable.Range(0, connections).Select(_ => new HttpConnection(server)).ToDictionary(line => line.Socket);
        var (free, waiting, latencies) = (new Stack<HttpConnection>(all.Values), new List<Socket>(), new List<double>());
        var (start, sent, refused) = (Stopwatch.GetTimestamp(), 0L, 0);
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

            waiting.Clear();
            foreach (var line in all.Values)
            {
                if (line.Pending is not null) waiting.Add(line.Socket);
            }

            var isOver = now >= duration || next >= duration;
            if (waiting.Count == 0 && (isOver || all.Count == 0)) break;
            if (!Wait(waiting, isOver || free.Count == 0 ? Second : next - now, cancel)) continue;
            foreach (var socket in waiting)
            {
                var line = all[socket];
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

                if (status == 0) all.Remove(socket);
                else free.Push(line);
            }
        }

        foreach (var line in all.Values) line.Dispose();
        return LoadResult.Of(latencies, refused, (double)(Stopwatch.GetTimestamp() - start) / Second);
    }

    /// <returns>False if nothing came in time.</returns>
    private static bool Wait(List<Socket> waiting, long ticks, CancellationToken cancel)
    {
        var micros = (int)Math.Clamp(ticks * 1_000_000 / Second, 0, 1_000_000);
        if (waiting.Count > 0) Socket.Select(waiting, null, null, micros);
        else if (micros >= 1000) cancel.WaitHandle.WaitOne(micros / 1000);
        return waiting.Count > 0;
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
