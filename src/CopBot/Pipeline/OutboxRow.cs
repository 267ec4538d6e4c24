namespace CopBot.Pipeline;

/// <summary>One effect on disk, from its decision to its receipt.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    /// <summary>The effect's own id, the same at every attempt.</summary>
    public required Guid EffectId { get; init; }

    /// <summary>The conversation within which order is kept; empty once done.</summary>
    public required string Lane { get; set; }

    /// <summary>The effect as neutral JSON; null once done: nothing personal stays behind.</summary>
    public required string? Effect { get; set; }

    /// <summary>The card's lasting name, where it has one.</summary>
    public string? CardKey { get; set; }

    public RowState State { get; set; }

    /// <summary>By the machine's clock: not tried before.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>
    /// When an attempt began whose outcome is not known yet; null between attempts. Committed before the request
    /// leaves, so that a crash in between is known to have been one.
    /// </summary>
    public DateTimeOffset? SendingSince { get; set; }

    public int Attempts { get; set; }

    /// <summary>How often it was sent although an earlier attempt may have arrived.</summary>
    public int PossibleRepeats { get; set; }

    /// <summary>How many of these repeats followed an attempt that got no answer at all.</summary>
    public int Silences { get; set; }

    /// <summary>
    /// When the attempt began that may have arrived beside the one that is known; null if there was none.
    /// </summary>
    public DateTimeOffset? DoubtSince { get; set; }

    /// <summary>The inbox row it came from, which is its correlation in logs.</summary>
    public long? CausedBy { get; init; }

    public string? Error { get; set; }

    public void Finish()
    {
        State = RowState.Done;
        Effect = null;
        Lane = "";
        SendingSince = null;
        Error = null;
    }
}
