namespace CopBot.Pipeline;

/// <summary>One inbound on disk, from its acknowledgement to its taking effect.</summary>
internal sealed class InboxRow
{
    public long Id { get; init; }

    public required string Connection { get; init; }

    /// <summary>
    /// SHA-256 of the connection and the inbound's key, so that what is kept to recognise repeats names nobody.
    /// </summary>
    public required byte[] Key { get; init; }

    /// <summary>The conversation; empty once done.</summary>
    public required string Lane { get; set; }

    public RowState State { get; set; }

    /// <summary>The inbound or the timer as JSON; null once done: nothing personal stays behind.</summary>
    public string? Payload { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By the machine's clock: not tried before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last failure's type and message, for the administrator.</summary>
    public string? Error { get; set; }

    public void Finish()
    {
        State = RowState.Done;
        Payload = null;
        Lane = "";
        Error = null;
    }
}

internal enum RowState
{
    Pending,
    Done,

    /// <summary>Given up: kept whole for the administrator.</summary>
    Dead,
}
