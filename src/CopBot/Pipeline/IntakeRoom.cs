using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>
/// How much may wait for the store at once. When it can't keep up, what its platform delivers again is refused first;
/// room is kept for what is delivered once: commands, presses, forms.
/// </summary>
/// <param name="forAll">So many may wait.</param>
/// <param name="kept">So many of these places are not for what comes again.</param>
internal sealed class IntakeRoom(int forAll, int kept)
{
    /// <summary>So many seldom wait together unless the disk is slow or more comes in than can be worked off.</summary>
    private const int Crowd = 2;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestInFlood = TimeSpan.FromSeconds(1);
    private readonly Inflow _inflow = new();
    private int _waiting;

    /// <summary>More than a store that works ever has waiting, and far below what memory holds.</summary>
    public static IntakeRoom Default => new(forAll: 4000, kept: 1000);

    /// <summary>Takes a place until it is disposed of.</summary>
    /// <exception cref="IntakeFullException">There is none.</exception>
    public Place Enter(Inbound inbound)
    {
        _inflow.Count();
        if (Interlocked.Increment(ref _waiting) <= (inbound.ComesAgain ? forAll - kept : forAll)) return new(this);
        Interlocked.Decrement(ref _waiting);
        throw new IntakeFullException("Too much waits for the store.");
    }

    /// <summary>
    /// Completes when few wait, or after a while: who works off what came in lets it come in first, but never stops.
    /// </summary>
    public async ValueTask LetInAsync(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; HasPriority(waited); waited += Moment) await Task.Delay(Moment, cancel);
    }

    /// <summary>Whether what comes in goes first, still, for somebody who waited so long for it.</summary>
    private bool HasPriority(TimeSpan waited) => _inflow.IsFlood
        ? waited < LongestInFlood
        : waited < LongestBreak && Volatile.Read(ref _waiting) >= Crowd;

    internal readonly struct Place(IntakeRoom room) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref room._waiting);
    }
}
