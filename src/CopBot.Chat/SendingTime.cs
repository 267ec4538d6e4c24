namespace CopBot.Chat;

/// <summary>
/// The time that one attempt to send has, however many requests it takes: beyond
/// <see cref="Capabilities.SendTimeout"/> another host may take it for over, and send again.
/// </summary>
public sealed class SendingTime : IDisposable
{
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _whole;
    private CancellationTokenSource? _halfTimer;
    private CancellationTokenSource? _half;

    private SendingTime(TimeSpan length, TimeProvider time, CancellationToken cancel)
    {
        (_length, _time, _timer) = (length, time, new(length, time));
        _whole = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancel);
    }

    /// <summary>Fires when the attempt is to be over.</summary>
    public CancellationToken Whole => _whole.Token;

    /// <summary>
    /// Fires half the time after it was first asked for: what comes before a message is shown, and can be begun again
    /// without harm, ends with it, so that there is time left to show it.
    /// </summary>
    public CancellationToken Before
    {
        get
        {
            if (_half is not null) return _half.Token;
            _halfTimer = new(_length / 2, _time);
            _half = CancellationTokenSource.CreateLinkedTokenSource(_halfTimer.Token, _whole.Token);
            return _half.Token;
        }
    }

    /// <summary>Makes one attempt.</summary>
    /// <param name="length">How long it may take.</param>
    /// <param name="time">Tells when that is over.</param>
    /// <param name="send">
    /// The attempt. Its requests turn being cancelled into outcomes; whatever else is cut off sent nothing.
    /// </param>
    /// <param name="cancel">Fires at shutdown.</param>
    public static async Task<Delivery> LimitAsync(
        TimeSpan length, TimeProvider time, Func<SendingTime, Task<Delivery>> send, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(send);
        using var limit = new SendingTime(length, time, cancel);
        try
        {
            return await send(limit);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Delivery.RetryAfter(null, "It took too long to make ready.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _half?.Dispose();
        _halfTimer?.Dispose();
        _whole.Dispose();
        _timer.Dispose();
    }
}
