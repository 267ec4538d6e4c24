using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>When an effect whose attempt did not end well is sent again.</summary>
/// <param name="Wait">Until then.</param>
/// <param name="StillUnknown">True if the request may still be under way, or is to be looked for first.</param>
/// <param name="MayRepeat">True if what was sent may have arrived, and the next attempt shows it twice then.</param>
internal sealed record NextAttempt(TimeSpan Wait, bool StillUnknown = false, bool MayRepeat = false)
{
    /// <summary>With the longest wait, about three days of a platform that is not there.</summary>
    private const int MostAttempts = 300;

    /// <summary>
    /// So often a message that nobody can look for is sent into silence: somewhat more than half an hour.
    /// </summary>
    private const int MostSilences = 8;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <param name="retry">What the platform said.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <returns>Null if it is given up.</returns>
    public static NextAttempt? After(Delivery.RetryAfter retry, int attempts) =>
        attempts >= MostAttempts ? null : new(retry.After ?? BackOff(attempts));

    /// <summary>
    /// A platform that answers, be it with an error, is only out of order: that takes as many attempts as it takes.
    /// Silence does not even tell whether everybody has seen the message by now.
    /// </summary>
    /// <param name="unknown">What is known.</param>
    /// <param name="outgoing">What was sent.</param>
    /// <param name="platform">What its platform can do.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="silences">How often it was repeated since there had been no answer.</param>
    /// <returns>Null if it is given up.</returns>
    public static NextAttempt? After(
        Delivery.Unknown unknown, Outgoing outgoing, Capabilities platform, int attempts, int silences)
    {
        var isNew = outgoing.Existing is null;
        var canLook = isNew && platform.FindsOwnMessages && outgoing.Effect is Post or DirectMessage;
        if (isNew && !canLook && !unknown.Answered)
        {
            return silences >= MostSilences ? null : new(Doubled(platform.SendTimeout, silences), StillUnknown: true);
        }

        if (attempts >= MostAttempts) return null;
        var wait = unknown.After ?? BackOff(attempts);
        return unknown.Answered && !canLook
            ? new(wait, MayRepeat: isNew)
            : new(wait > platform.SendTimeout ? wait : platform.SendTimeout * Jitter(), StillUnknown: true);
    }

    /// <summary>Between once and one and a half times.</summary>
#pragma warning disable CA5394 // Jitter guards nothing.
    public static double Jitter() => 1 + (Random.Shared.NextDouble() / 2);
#pragma warning restore CA5394

    /// <summary>With jitter, so that lanes do not come back in step.</summary>
    private static TimeSpan BackOff(int attempts) => Doubled(TimeSpan.FromSeconds(0.75), attempts - 1);

    private static TimeSpan Doubled(TimeSpan first, int times)
    {
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, times), LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * Jitter());
    }
}
