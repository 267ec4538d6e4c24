using CopBot.Matching.Similarity;

namespace CopBot.Matching.Experts;

/// <summary>A question as experts are ranked for it.</summary>
/// <param name="Text">What is asked; where there is no title, all of it.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Topics">What it is filed under, if it is.</param>
/// <param name="Language">The language it is written in, by ISO 639-1.</param>
public sealed record AskedQuestion(
    string Text, string Title = "", IReadOnlyList<string>? Topics = null, string Language = "en")
{
    /// <summary>What else it could have said: other forms of the community's own terms.</summary>
    public IReadOnlyList<Equivalent> Equivalents { get; init; } = [];
}
