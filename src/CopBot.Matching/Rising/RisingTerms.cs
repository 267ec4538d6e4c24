using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Matching.Analysis;

namespace CopBot.Matching.Rising;

/// <summary>
/// Words that more people write about than before: by how unlikely their share would be if nothing had changed
/// (Dunning 1993, <see href="https://aclanthology.org/J93-1003/"/>).
/// </summary>
public static partial class RisingTerms
{
    /// <summary>One in a hundred words without any reason, by χ² with one degree of freedom.</summary>
    private const double LeastSurprise = 6.63;

    private const int LeastTexts = 3;
    private const int LeastWriters = 2;
    private const double LeastRise = 2;

    /// <summary>The words that rose most, most surprising first.</summary>
    /// <param name="now">What is written now.</param>
    /// <param name="before">What was written before.</param>
    /// <param name="most">How many words at most.</param>
    public static IReadOnlyList<RisingTerm> Of(
        IReadOnlyList<WrittenText> now, IReadOnlyList<WrittenText> before, int most)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        var seen = new Dictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var text in now) Count(seen, text);
        var earlier = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in before)
        {
            foreach (var term in TextAnalyzer.For(text.Language).TermsOf(text.Text).Distinct(StringComparer.Ordinal))
            {
                earlier[term] = earlier.GetValueOrDefault(term) + 1;
            }
        }

        return
        [
            .. (from one in seen
                let then = earlier.GetValueOrDefault(one.Key)
                where one.Value.Texts >= LeastTexts && one.Value.Writers >= LeastWriters
                where one.Value.Texts * (double)before.Count > LeastRise * then * now.Count
                let surprise = Surprise(one.Value.Texts, now.Count, then, before.Count)
                where surprise >= LeastSurprise
                orderby surprise descending, one.Key
                select new RisingTerm(one.Value.Written, one.Value.Texts, then)).Take(most),
        ];
    }

    private static void Count(Dictionary<string, Seen> seen, WrittenText text)
    {
        var analyzer = TextAnalyzer.For(text.Language);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words().EnumerateMatches(text.Text))
        {
            var written = text.Text.Substring(word.Index, word.Length);
            if (analyzer.TermsOf(written) is not [var term]) continue;
            if (!seen.TryGetValue(term, out var one)) seen[term] = one = new();
            one.Add(written, text.Writer, isNew: counted.Add(term));
        }
    }

    /// <summary>Twice the logarithm of the likelihood's ratio, of two shares.</summary>
    private static double Surprise(int now, int allNow, int before, int allBefore)
    {
        var (share, all) = ((double)(now + before) / (allNow + allBefore), 0.0);
        all += Part(now, allNow * share) + Part(allNow - now, allNow * (1 - share));
        all += Part(before, allBefore * share) + Part(allBefore - before, allBefore * (1 - share));
        return 2 * all;
        static double Part(double seen, double expected) => seen <= 0 ? 0 : seen * Math.Log(seen / expected);
    }

    /// <summary>Words of three letters and more: names of years and numbers are no topics.</summary>
    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    /// <summary>In which texts, by whom and in which forms a term was written.</summary>
    private sealed class Seen
    {
        private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
        private readonly HashSet<Guid> _writers = [];

        public int Texts { get; private set; }

        /// <summary>Those who are not known count as one.</summary>
        public int Writers => _writers.Count;

        /// <summary>As it is written most often.</summary>
        public string Written => _forms
            .OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

        public void Add(string form, Guid? writer, bool isNew)
        {
            if (isNew) Texts++;
            _writers.Add(writer ?? Guid.Empty);
            var lower = form.ToLower(CultureInfo.InvariantCulture);
            _forms[lower] = _forms.GetValueOrDefault(lower) + 1;
        }
    }
}
