namespace CopBot.Testing.Fakes.OpenAI;

/// <summary>How a service can fail, be slow, or lie.</summary>
public enum HostileAnswer
{
    /// <summary>It does what it should.</summary>
    None,

    /// <summary>HTTP 500.</summary>
    ServerError,

    /// <summary>HTTP 429, to come again in an hour.</summary>
    TooMany,

    /// <summary>HTTP 401, as with a key that was renewed.</summary>
    WrongKey,

    /// <summary>Five seconds, then the right answer.</summary>
    Slow,

    /// <summary>No answer at all.</summary>
    Silent,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>A page for people.</summary>
    Page,

    /// <summary>Half an answer.</summary>
    Half,

    /// <summary>An answer without an end.</summary>
    Endless,

    /// <summary>Somewhere else is the answer.</summary>
    Redirect,

    /// <summary>A vector less than texts.</summary>
    TooFew,

    /// <summary>Vectors of several lengths.</summary>
    Uneven,

    /// <summary>Vectors of nothing but 0.</summary>
    Zero,

    /// <summary>Vectors with what is not a number.</summary>
    NotANumber,

    /// <summary>The same vector for every text.</summary>
    AllAlike,

    /// <summary>Vectors that have nothing to do with the text, others each time.</summary>
    Random,
}
