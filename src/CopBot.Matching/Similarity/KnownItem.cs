using System.Text.Json.Serialization;
using CopBot.Matching.Analysis;
using CopBot.Matching.Meanings;

namespace CopBot.Matching.Similarity;

/// <summary>Something that the community knows: a question with its answers, or a practice note.</summary>
/// <param name="Title">What it is called; of a question asked in one go, the question.</param>
/// <param name="Body">What is said below the title by the same person; may be empty.</param>
/// <param name="Answers">What others said to it, oldest first.</param>
/// <param name="Language">The language it is written in, by ISO 639-1.</param>
public sealed record KnownItem(string Title, string Body, IReadOnlyList<string> Answers, string Language)
{
    /// <summary>What a language model says that it means, if one was asked.</summary>
    [JsonIgnore]
    public ItemMeaning? Meaning { get; init; }
}

/// <summary>What is looked for.</summary>
/// <param name="Title">Its title; empty if it was asked in one go.</param>
/// <param name="Body">The question.</param>
/// <param name="Language">The language it is written in, by ISO 639-1.</param>
public sealed record SoughtText(string Title, string Body, string Language)
{
    /// <summary>What a language model says that it means, if one was asked.</summary>
    public TextMeaning? Meaning { get; init; }

    /// <summary>What else it could have said: other forms of the community's own terms.</summary>
    public IReadOnlyList<Equivalent> Equivalents { get; init; } = [];

    /// <summary>All its terms, as each language cuts them.</summary>
    internal IReadOnlyList<string> Terms() =>
    [
        .. TextAnalyzer.For(Language).TermsOf($"{Title} {Body}"),
        .. Equivalents.SelectMany(other => TextAnalyzer.For(other.Language).TermsOf(other.Text)),
    ];
}

/// <summary>Another way to say something.</summary>
/// <param name="Text">How.</param>
/// <param name="Language">In which language, by ISO 639-1.</param>
public sealed record Equivalent(string Text, string Language);
