using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// The texts of something known, each with a vector of its own: its title or question first, then what is said below.
/// </summary>
internal static class ItemTexts
{
    public static IReadOnlyList<ItemText> Of(string key, KnownItem? item) => item is null
        ? []
        : [.. item.Answers.Prepend(item.Body).Where(text => !string.IsNullOrWhiteSpace(text)).Prepend(
            item.Title).Index()
            .Select(text => new ItemText(key, text.Index,
                Shortened(text.Item)) { Hash = HashOf(Shortened(text.Item)) })];

    /// <summary>What an item means by its stored vectors; null if they are not, or of another text.</summary>
    public static ItemMeaning? MeaningOf(string key, KnownItem item, IEnumerable<TextVector> vectors)
    {
        var byPart = vectors.ToDictionary(vector => vector.Part);
        var meanings = Of(key, item).Select(text =>
            byPart.TryGetValue(text.Part, out var vector) && vector.Hash.AsSpan().SequenceEqual(text.Hash)
                ? TextMeaning.Read(vector.Model, vector.Vector)
                : null).ToList();

        // While another model sees them one by one, those of the question's model count.
        return meanings[0] is { } question
            ? new(question, TextMeaning.Together(
                [.. meanings.Skip(1).OfType<TextMeaning>().Where(meaning => meaning.Model == question.Model)]))
            : null;
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Shortened(string text) =>
        text.Length > SoughtMeanings.MostCharacters ? text[..SoughtMeanings.MostCharacters] : text;
}

/// <summary>One text of something known.</summary>
/// <param name="Item">The key of what it belongs to.</param>
/// <param name="Part">Which of its texts: 0 is the title or question.</param>
/// <param name="Text">The text, as far as a model takes it.</param>
internal sealed record ItemText(string Item, int Part, string Text)
{
    /// <summary>SHA-256 of the text, also where a model saw less of it.</summary>
    public required byte[] Hash { get; init; }
}
