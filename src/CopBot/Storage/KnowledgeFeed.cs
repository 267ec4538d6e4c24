using CopBot.Domain;

namespace CopBot.Storage;

/// <summary>What changed of a community's knowledge.</summary>
/// <param name="Changes">In any order; some may be known already.</param>
/// <param name="Position">Where the feed stands now: from here the next reading goes on, and misses nothing.</param>
internal sealed record KnowledgeFeed(IReadOnlyList<KnowledgeChange> Changes, long Position)
{
    /// <summary>From here on there is nothing: only asks where the feed stands.</summary>
    public const long Now = long.MaxValue;
}
