using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CopBot.Matching.Analysis;

/// <summary>What was written for people.</summary>
internal static partial class Prose
{
    /// <summary>A text without what a machine reads: addresses, tags of pictures.</summary>
    public static string Of(string text) => Machine().Replace(text, " ");

    /// <summary>
    /// Who types on a telephone leaves accents out. Only Latin and Greek letters lose theirs: elsewhere a mark makes
    /// another letter.
    /// </summary>
    public static string WithoutAccents(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var kept = new StringBuilder(text.Length);
        var loses = false;
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            var isMark = CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
            if (isMark && loses) continue;
            if (!isMark) loses = character < 0x400;
            kept.Append(character);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(@"https?://\S+|www\.\S+|<img[^>]*>|\[img[^\]]*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Machine();
}
