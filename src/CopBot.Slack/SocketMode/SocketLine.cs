using CopBot.Chat;
using Microsoft.Extensions.Logging;

namespace CopBot.Slack.SocketMode;

/// <summary>
/// Keeps one connection in Socket Mode, without a gap: when Slack announces that it will close a socket, another is
/// opened and says hello before the old one is let go.
/// </summary>
internal sealed class SocketLine(
    SlackConnection connection, SocketOpening opening, SocketDeliveries deliveries, SecurityClock clock, ILogger logger)
{
    /// <summary>
    /// Slack takes ten, and tells with its hello how many there are:
    /// https://docs.slack.dev/apis/events-api/using-socket-mode. Two are left to those that are only told so.
    /// </summary>
    public const int MostConnections = 8;

    /// <summary>Until another host has ended its overlap, while the old socket still serves.</summary>
    private static readonly TimeSpan OverlapWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Slack closes it itself about ten seconds after the warning. Whoever closes first can't acknowledge any more what
    /// is still on its way.
    /// </summary>
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>So long an administrator needs to switch it on again.</summary>
    private static readonly TimeSpan DisabledWait = TimeSpan.FromMinutes(1);

    private readonly List<Task> _closing = [];
    private int _failures;

    public async Task RunAsync(CancellationToken cancel)
    {
        SlackSocket? current = null;
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                current = await ReplaceAsync(current, cancel);
                var begun = clock.Time.GetTimestamp();
                if (await FarewellAsync(current, cancel) || clock.Time.GetElapsedTime(begun) > ShortLife) continue;

                // One that ends as soon as it is open is no better than one that does not open.
                await Task.Delay(WaitAfter(null), clock.Time, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
        finally
        {
            if (current is not null) await LetGoAsync(current, TimeSpan.Zero);
            await Task.WhenAll(_closing);
        }
    }

    /// <summary>Opens another, however often it takes; only then lets the old one go.</summary>
    private async Task<SlackSocket> ReplaceAsync(SlackSocket? old, CancellationToken cancel)
    {
        while (true)
        {
            var socket = new SlackSocket(connection, deliveries, logger);
            try
            {
                var all = await socket.OpenAsync(await opening.AskAsync(cancel), HelloWithin, cancel);
                if (all > MostConnections)
                {
                    throw new SocketRefusedException(
                        $"the app has {all} connections already", old is null ? LongestWait : OverlapWait);
                }

                logger.SocketOpen(connection.FullName, all);
                if (old is not null) Close(old);
                return socket;
            }
#pragma warning disable CA1031 // However it fails, it is tried again.
            catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
            {
                await socket.DisposeAsync();
                var wait = WaitAfter(failure);
                logger.SocketNotOpen(connection.FullName, wait, failure.Message);
                await Task.Delay(wait, clock.Time, cancel);
            }
            catch
            {
                await socket.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Returns when another socket is needed, staggered where there is time for it.</summary>
    /// <returns>Whether Slack said so, or the line broke.</returns>
    private async Task<bool> FarewellAsync(SlackSocket socket, CancellationToken cancel)
    {
        while (await socket.Farewells.WaitToReadAsync(cancel))
        {
            if (!socket.Farewells.TryRead(out var why)) continue;
            logger.SocketEnds(connection.FullName, why);
            switch (why)
            {
                case "warning":
                    _failures = 0;

                    // About ten seconds are left; hosts do not all open their second one at once.
                    await Task.Delay(Jitter(TimeSpan.FromSeconds(2)), clock.Time, cancel);
                    return true;
                case "refresh_requested":
                    _failures = 0;
                    return true;
                case "link_disabled":
                    await Task.Delay(DisabledWait, clock.Time, cancel);
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    private void Close(SlackSocket socket)
    {
        _closing.RemoveAll(closing => closing.IsCompleted);
        _closing.Add(Task.Run(() => LetGoAsync(socket, Quiet)));
    }

    private static async Task LetGoAsync(SlackSocket socket, TimeSpan quiet)
    {
        await using (socket) await socket.CloseAsync(quiet, CloseWithin);
    }

    /// <summary>Doubling from half a second, with jitter, or as long as Slack asks for.</summary>
    private TimeSpan WaitAfter(Exception? failure)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(++_failures, 10) - 2), LongestWait.TotalSeconds));
        return (failure as SocketRefusedException)?.RetryAfter is { } asked && asked > wait
            ? asked + Jitter(asked)
            : (wait / 2) + Jitter(wait);
    }

#pragma warning disable CA5394 // Jitter guards nothing.
    private static TimeSpan Jitter(TimeSpan most) => most * Random.Shared.NextDouble();
#pragma warning restore CA5394
}
