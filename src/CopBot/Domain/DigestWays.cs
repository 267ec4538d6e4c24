namespace CopBot.Domain;

/// <summary>How the digest comes to somebody beside the places that it is posted in.</summary>
[Flags]
internal enum DigestWays
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>In the direct chat.</summary>
    Direct = 1,

    /// <summary>By e-mail.</summary>
    Mail = 2,
}
