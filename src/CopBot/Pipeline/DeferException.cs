namespace CopBot.Pipeline;

/// <summary>
/// This row can't be understood, or worked on, yet; it is tried again a while later, without counting as a failure.
/// </summary>
/// <param name="after">That while: about as long as what is missing takes.</param>
internal sealed class DeferException(TimeSpan after) : Exception("What this belongs to, or needs, is still on its way.")
{
    public TimeSpan After { get; } = after;
}
