namespace CopBot.Evaluation.Records;

/// <summary>Rows that contradict each other. The message says which and how to mend it.</summary>
public sealed class BadRowException : Exception
{
    /// <summary>Creates it without a message.</summary>
    public BadRowException()
    {
    }

    /// <summary>Creates it with what is wrong.</summary>
    public BadRowException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with what is wrong and what told of it.</summary>
    public BadRowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
