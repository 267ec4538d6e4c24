namespace CopBot.Pipeline.Assisting;

/// <summary>A language model failed, took too long, or said what can't be.</summary>
internal sealed class TextModelException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It works, and does not take what it was given: too long, say.</summary>
    public bool Refused { get; init; }
}
