namespace CopBot.Pipeline;

/// <summary>
/// This row can't be understood, or worked on, yet; it is tried again in a moment, without counting as a failure.
/// </summary>
internal sealed class DeferException() : Exception("What this belongs to, or needs, is still on its way.");
