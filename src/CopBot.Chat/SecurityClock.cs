namespace CopBot.Chat;

/// <summary>
/// The clock for signatures, tokens and sign-in links. It is never the domain's clock, which tests and replays may
/// set: nothing can set this one.
/// </summary>
/// <param name="time">The machine's time, or a test's.</param>
public sealed class SecurityClock(TimeProvider time)
{
    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The provider itself, for waits and time-outs on the wire.</summary>
    public TimeProvider Time => time;
}
