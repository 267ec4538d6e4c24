using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Value;

/// <summary>What became of the question <em>Did you use it?</em></summary>
/// <param name="Sent">Of how many it was asked.</param>
/// <param name="Replied">How many replied.</param>
/// <param name="Used">How many of them used it, as it was or adapted.</param>
public sealed record FollowUps(int Sent, int Replied, int Used)
{
    /// <summary>Among those who replied: too high if who used it is readier to reply.</summary>
    public Proportion AmongReplies => new(Used, Replied);

    /// <summary>
    /// What is certain: between nobody and everybody of those who did not reply used it (Manski 1989, Journal of Human
    /// Resources 24:343). Null where nothing was sent.
    /// </summary>
    public (double Low, double High)? Bounds =>
        Sent == 0 ? null : ((double)Used / Sent, (double)(Used + Sent - Replied) / Sent);
}
