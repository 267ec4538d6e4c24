namespace CopBot.Pipeline;

/// <summary>
/// The domain's clock: what <c>TimeProvider</c> means everywhere in the product. It runs at the machine's pace and can
/// be set ahead or back by tests, and by a replay in Development without real connections.
/// </summary>
/// <param name="machine">The clock it follows.</param>
internal sealed class DomainClock(TimeProvider machine) : TimeProvider
{
    private long _offsetTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() =>
        machine.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks)).ToUniversalTime();

    /// <summary>Makes it a certain time now; the clock runs on from there.</summary>
    public void Set(DateTimeOffset now) =>
        Interlocked.Exchange(ref _offsetTicks, (now - machine.GetUtcNow()).Ticks);
}
