namespace CopBot.Chat;

/// <summary>A platform does not tell something now; it makes sense to ask again.</summary>
public sealed class PlatformBusyException : IOException
{
    /// <summary>Without a word.</summary>
    public PlatformBusyException()
    {
    }

    /// <summary>With the reason.</summary>
    public PlatformBusyException(string message) : base(message)
    {
    }

    /// <summary>With the reason and its cause.</summary>
    public PlatformBusyException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>When to ask again, as far as the platform says.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Throws if a question was not answered, but may be another time.</summary>
    /// <param name="question">What was asked, in the platform's words.</param>
    /// <param name="failure">What became of it; null if it was answered.</param>
    public static void ThrowIf(string question, Delivery? failure)
    {
        if (failure is not (Delivery.Unknown or Delivery.RetryAfter)) return;
        var after = failure is Delivery.RetryAfter retry ? retry.After : ((Delivery.Unknown)failure).After;
        throw new PlatformBusyException($"{question}: {failure}") { After = after };
    }
}
