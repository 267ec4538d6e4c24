using CopBot.Domain;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// A decision wants to know what a text means, which only a network tells: it is asked with nothing open, and then
/// everything is decided anew.
/// </summary>
internal sealed class MeaningNeededException(Community community, string text) : Exception("Somebody else must be asked first.")
{
    public Community Community { get; } = community;

    public string Text { get; } = text;
}
