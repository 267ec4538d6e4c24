using System.Globalization;
using System.Text;

namespace CopBot.Matching;

/// <summary>Reads the terms of a text one after the other, without making a string of each.</summary>
internal ref struct TermReader
{
    private static readonly HashSet<string> Stop = new(
        ("a an and are as at be but by can could de des do does du en et for from had has have how i if in into is it "
         + "its la le les me my no not of on only or our que qui should so some that the their them then there they "
         + "this to un une was we were what when where which who why will with would you your").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords =
        Stop.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _characters;
    private readonly Span<char> _word;
    private int _next;

    /// <param name="text">Any text.</param>
    /// <param name="word">Room for a word: more is taken if the text is longer than that.</param>
    public TermReader(string text, Span<char> word)
    {
        // Nothing of ASCII is decomposed; most of what is said is ASCII, and a search cuts thousands of texts.
        _characters = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        _word = word.Length >= _characters.Length ? word : new char[_characters.Length];
    }

    /// <summary>The term that was read; it is overwritten by the next one.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <returns>False at the end of the text.</returns>
    public bool MoveNext()
    {
        var length = 0;
        while (_next < _characters.Length)
        {
            var character = _characters[_next++];
            if (char.IsLetterOrDigit(character))
            {
                _word[length++] = char.ToLowerInvariant(character);
            }
            else if (length > 0 && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                if (IsTerm(_word[..length])) return true;
                length = 0;
            }
        }

        return IsTerm(_word[..length]);
    }

    private bool IsTerm(Span<char> word)
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

        Current = word;
        return word.Length > 1 && !StopWords.Contains(word);
    }
}
