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
    public static IReadOnlyList<string> Of(KnownItem? item) => item is null
        ? []
        : [.. item.Answers.Prepend(item.Body).Where(text => !string.IsNullOrWhiteSpace(text)).Prepend(item.Title)
            .Select(Shortened)];

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>What an item means by its stored vectors; null if they are not, or of another text.</summary>
    public static ItemMeaning? MeaningOf(KnownItem item, IEnumerable<TextVector> vectors)
    {
        var byPart = vectors.ToDictionary(vector => vector.Part);
        var texts = Of(item);
        TextMeaning? Read(int part, string? model) =>
            byPart.TryGetValue(part, out var vector) && (model ?? vector.Model) == vector.Model
                && vector.Hash.AsSpan().SequenceEqual(HashOf(texts[part]))
                ? TextMeaning.Read(vector.Model, vector.Vector)
                : null;
        if (Read(0, null) is not { } question) return null;
        var answers = Enumerable.Range(1, texts.Count - 1).Select(part => Read(part, byPart[0].Model))
            .OfType<TextMeaning>().ToList();
        return new(question, TextMeaning.Together(answers));
    }

    private static string Shortened(string text) =>
        text.Length > SoughtMeanings.MostCharacters ? text[..SoughtMeanings.MostCharacters] : text;
}
