namespace CopBot.Chat.Diagnosis;

/// <summary>What an examination found, for the administrator: one line, with the mend if one is needed.</summary>
/// <param name="Verdict">How bad it is.</param>
/// <param name="About">What was examined: a connection by its full name, <c>database</c>.</param>
/// <param name="Says">What was found. Never a secret, never a person's words.</param>
/// <param name="Mend">What to do about it; null where nothing is to be done.</param>
public sealed record Finding(Verdict Verdict, string About, string Says, string? Mend = null)
{
    /// <summary>It works.</summary>
    /// <param name="about">What was examined.</param>
    /// <param name="says">What was found.</param>
    public static Finding Sound(string about, string says) => new(Verdict.Sound, about, says);

    /// <summary>It works, but not as it should; or it can't be told from here.</summary>
    /// <param name="about">What was examined.</param>
    /// <param name="says">What was found.</param>
    /// <param name="mend">What to do about it.</param>
    public static Finding Doubtful(string about, string says, string mend) => new(Verdict.Doubtful, about, says, mend);

    /// <summary>It does not work.</summary>
    /// <param name="about">What was examined.</param>
    /// <param name="says">What was found.</param>
    /// <param name="mend">What to do about it.</param>
    public static Finding Faulty(string about, string says, string mend) => new(Verdict.Faulty, about, says, mend);
}

/// <summary>How bad a <see cref="Finding"/> is.</summary>
public enum Verdict
{
    /// <summary>It works.</summary>
    Sound,

    /// <summary>It works, but not as it should; or it can't be told from here.</summary>
    Doubtful,

    /// <summary>It does not work.</summary>
    Faulty,
}
