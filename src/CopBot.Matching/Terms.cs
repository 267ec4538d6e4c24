using System.Globalization;
using System.Text;

namespace CopBot.Matching;

/// <summary>
/// Cuts a text into the terms by which texts are compared: lower case, without accents, plurals folded.
/// </summary>
public static class Terms
{
    private static readonly HashSet<string> Stop = new(
        ("a an and are as at be but by can could de des do does du en et for from had has have how i if in into is it "
         + "its la le les me my no not of on only or our que qui should so some that the their them then there they "
         + "this to un une was we were what when where which who why will with would you your").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords =
        Stop.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The terms of a text in order, repetitions included, without stop words and single letters.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>((text.Length / 8) + 1);

        // Nothing of ASCII is decomposed; most of what is said is ASCII, and a search cuts thousands of texts.
        var characters = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        Span<char> word = characters.Length <= 256 ? stackalloc char[256] : new char[characters.Length];
        var length = 0;
        foreach (var character in characters)
        {
            if (char.IsLetterOrDigit(character))
            {
                word[length++] = char.ToLowerInvariant(character);
            }
            else if (length > 0 && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                Add(terms, word[..length]);
                length = 0;
            }
        }

        Add(terms, word[..length]);
        return terms;
    }

    private static void Add(List<string> terms, Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            word = word[..^2];
        }
        else if (word.Length > 3 && word[^1] == 's' && word[^2] != 's')
        {
            word = word[..^1];
        }

        if (word.Length > 1 && !StopWords.Contains(word)) terms.Add(word.ToString());
    }
}
