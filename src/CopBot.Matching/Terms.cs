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

    /// <summary>The terms of a text in order, repetitions included, without stop words and single letters.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(character)) word.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) Flush();
        }

        return terms;

        void Flush()
        {
            var term = Fold(word.ToString());
            word.Clear();
            if (term.Length > 1 && !Stop.Contains(term)) terms.Add(term);
        }
    }

    private static string Fold(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;
}
