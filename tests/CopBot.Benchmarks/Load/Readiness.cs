using System.Runtime.InteropServices;

namespace CopBot.Benchmarks.Load;

/// <summary>
/// Waits until one of many connections has something to read, or until the microsecond at which something is due: the
/// framework's own waiting knows milliseconds only, and to spin for the rest would take a processor from what is measured.
/// Source: https://man7.org/linux/man-pages/man2/poll.2.html
/// </summary>
internal sealed class Readiness(IReadOnlyList<HttpConnection> connections)
{
    private const short Readable = 1;
    private const int Nobody = -1;
    private readonly Entry[] _entries = new Entry[connections.Count];

    /// <summary>Waits for those that wait for an answer.</summary>
    /// <param name="atMost">No longer than this.</param>
    public void Wait(TimeSpan atMost)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            // What is not asked about is passed over.
            var file = connections[i].Pending is null ? Nobody : connections[i].File;
            _entries[i] = new() { File = file, Wanted = Readable };
        }

        var time = new Time
        {
            Seconds = atMost.Ticks / TimeSpan.TicksPerSecond,
            Nanoseconds = atMost.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick,
        };
        _ = Poll(_entries, (nuint)_entries.Length, ref time, signals: 0);
    }

    /// <summary>Whether a connection had something to read, or has ended, when it was last waited for.</summary>
    public bool Has(int connection) => _entries[connection].Found != 0;

    [DllImport("libc", EntryPoint = "ppoll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll([In, Out] Entry[] entries, nuint count, ref Time atMost, nint signals);

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int File;
        public short Wanted;
        public short Found;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
