namespace CopBot.Benchmarks.Replay;

/// <summary>What a replay found.</summary>
internal sealed record ReplayFigures
{
    public required int Questions { get; init; }

    public required int Answers { get; init; }

    public required int SelfAnswers { get; init; }

    public required int Helped { get; init; }

    /// <summary>Markers that are missing at a platform where they must show.</summary>
    public required int Lost { get; init; }

    /// <summary>
    /// Answers, and effects of any kind, that show more than once where a message can be found again.
    /// </summary>
    public required int Doubled { get; init; }

    /// <summary>Messages that Teams has twice.</summary>
    public required int RepeatedPosts { get; init; }

    /// <summary>Requests to Teams that were under way when the host was killed.</summary>
    public required int InFlightAtKills { get; init; }

    /// <summary>Sealed entries of the log.</summary>
    public required long Events { get; init; }

    /// <summary>Helped answers that were kept and published.</summary>
    public required int Notes { get; init; }

    /// <summary>Notes that are among the first three when their question's title is sought.</summary>
    public required int NotesFound { get; init; }

    public required int Kills { get; init; }

    public required bool LogHolds { get; init; }

    /// <summary>The log's counts equal the tables'.</summary>
    public required bool Reconciled { get; init; }

    public required int DeadLetters { get; init; }

    /// <summary>How often a platform had to tell the bot to wait: the bot keeps to what is published.</summary>
    public required int TooManyRequests { get; init; }

    public required double Seconds { get; init; }
}
