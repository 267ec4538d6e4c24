namespace CopBot.Chat;

/// <summary>What became of one attempt to deliver an effect.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The platform has it.</summary>
    /// <param name="Message">The message it became; null where it became none (a sign, a whisper).</param>
    public sealed record Sent(MessageRef? Message) : Delivery;

    /// <summary>Not now. Nothing of this conversation is sent before.</summary>
    /// <param name="After">How long to wait; null where the platform does not say.</param>
    /// <param name="Why">For the log.</param>
    public sealed record RetryAfter(TimeSpan? After, string Why) : Delivery
    {
        /// <summary>
        /// True if it is not the message's fault: the adapter itself held it back to keep to a published limit, or the
        /// whole connection is locked out. However often that happens is no reason to give up.
        /// </summary>
        public bool Held { get; init; }
    }

    /// <summary>The place or person can't be reached any more; it makes no sense to try again.</summary>
    /// <param name="Why">The platform's reason, for the administrator.</param>
    public sealed record Gone(string Why) : Delivery
    {
        /// <summary>True if no more than the message is known to be gone, not its place or person.</summary>
        public bool OnlyMessage { get; init; }
    }

    /// <summary>The platform refused this very message; another might pass.</summary>
    /// <param name="Why">The platform's reason, for the administrator.</param>
    public sealed record Refused(string Why) : Delivery;

    /// <summary>The request left, and nothing tells whether it was done.</summary>
    /// <param name="Why">For the log.</param>
    public sealed record Unknown(string Why) : Delivery
    {
        /// <summary>True if the platform answered, with an error of its own (HTTP 502): the request is over.</summary>
        public bool Answered { get; init; }

        /// <summary>How long to wait; null where the platform does not say.</summary>
        public TimeSpan? After { get; init; }

        /// <summary>The same of a request that shows nothing twice however often it is sent.</summary>
        public RetryAfter Harmless => new(After, Why);
    }
}
