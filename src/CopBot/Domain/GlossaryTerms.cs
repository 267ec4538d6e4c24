using CopBot.Matching.Analysis;
using CopBot.Matching.Similarity;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// The community's own terms and their equivalents: whoever uses one form finds what is said with another.
/// </summary>
internal static class GlossaryTerms
{
    /// <summary>What else a text could have said: the other forms of each term in it.</summary>
    public static async Task<IReadOnlyList<Equivalent>> EquivalentsAsync(
        Turn turn, string text, CancellationToken cancel)
    {
        var forms = await turn.Knowing.Glossaries.OfAsync(turn.Db, turn.Community, cancel);
        if (forms.Count == 0) return [];
        var cut = forms.Select(form => form.Language).Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, language => TextAnalyzer.For(language).TermsOf(text),
                StringComparer.Ordinal);
        var named = forms.Where(form => Holds(cut[form.Language], TextAnalyzer.For(form.Language).TermsOf(form.Text)))
            .Select(form => form.Id).ToHashSet();
        var terms = forms.Where(form => named.Contains(form.Id)).Select(form => form.TermId).ToHashSet();
        return
        [
            .. forms.Where(form => terms.Contains(form.TermId) && !named.Contains(form.Id))
                .Select(form => new Equivalent(form.Text, form.Language)),
        ];
    }

    /// <summary>Whether words stand in a text, one after the other.</summary>
    private static bool Holds(IReadOnlyList<string> text, IReadOnlyList<string> words) => words.Count > 0
        && Enumerable.Range(0, Math.Max(0, text.Count - words.Count + 1))
            .Any(at => words.Index().All(word => text[at + word.Index] == word.Item));
}
