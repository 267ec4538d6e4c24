namespace CopBot.Benchmarks.Chaos;

/// <summary>What is there of what was acknowledged.</summary>
internal sealed record ChaosFigures
{
    public static readonly ChaosFigures Nothing = new();

    public int Acknowledged { get; init; }

    /// <summary>Acknowledged, and without effect, or not carried where it must show.</summary>
    public int Lost { get; init; }

    /// <summary>Records beyond the first of the same message.</summary>
    public int EffectsDoubled { get; init; }

    /// <summary>Messages in Slack beyond the first of the same effect.</summary>
    public int PostsDoubled { get; init; }

    /// <summary>Messages in Teams beyond the first, where a repeat can't be told.</summary>
    public int TeamsRepeats { get; init; }

    /// <summary>
    /// Sends that were in flight when their host or its store went, as far as the hosts know: so many repeats there may
    /// be, and no more.
    /// </summary>
    public int InFlight { get; init; }

    /// <summary>Sent after an earlier one of the same conversation was acknowledged, and recorded or shown before it.</summary>
    public int OutOfOrder { get; init; }

    public int Races { get; init; }

    /// <summary>Races whose end contradicts itself.</summary>
    public int RaceInconsistent { get; init; }

    public int Kills { get; init; }

    /// <summary>Of the database server.</summary>
    public int Crashes { get; init; }

    public int DeadLetters { get; init; }

    /// <summary>1 if the log does not hold, or the tables say something else.</summary>
    public int LogFaults { get; init; }

    public double Seconds { get; init; }

    public static ChaosFigures operator +(ChaosFigures one, ChaosFigures other) => new()
    {
        Acknowledged = one.Acknowledged + other.Acknowledged,
        Lost = one.Lost + other.Lost,
        EffectsDoubled = one.EffectsDoubled + other.EffectsDoubled,
        PostsDoubled = one.PostsDoubled + other.PostsDoubled,
        TeamsRepeats = one.TeamsRepeats + other.TeamsRepeats,
        InFlight = one.InFlight + other.InFlight,
        OutOfOrder = one.OutOfOrder + other.OutOfOrder,
        Races = one.Races + other.Races,
        RaceInconsistent = one.RaceInconsistent + other.RaceInconsistent,
        Kills = one.Kills + other.Kills,
        Crashes = one.Crashes + other.Crashes,
        DeadLetters = one.DeadLetters + other.DeadLetters,
        LogFaults = one.LogFaults + other.LogFaults,
        Seconds = one.Seconds + other.Seconds,
    };
}
