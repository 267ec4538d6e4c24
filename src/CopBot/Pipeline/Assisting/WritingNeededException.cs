using CopBot.Domain;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// A decision wants something written, which only a network does: as <see cref="MeaningNeededException"/>, and only in
/// turns that nobody waits behind.
/// </summary>
internal sealed class WritingNeededException(Community community, Guid key, WritingOrder order)
    : Exception("Somebody else must write first.")
{
    public Community Community { get; } = community;

    public Guid Key { get; } = key;

    public WritingOrder Order { get; } = order;
}
