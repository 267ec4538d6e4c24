using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CopBot.Matching.Analysis;

/// <summary>
/// English as it is written in chats: runs of letters and digits (so that <c>don’t</c>, <c>dont</c> and <c>don t</c>
/// do not differ by an apostrophe), the long list of stop words instead of Lucene's thirty-three, Porter's stemmer.
/// </summary>
internal sealed class EnglishAnalyzer : Analyzer
{
    private static readonly CharArraySet Stop = Read();

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new WordTokenizer(reader);
        var lower = new LowerCaseFilter(LuceneVersion.LUCENE_48, words);
        var kept = new StopFilter(LuceneVersion.LUCENE_48, lower, Stop);
        return new(words, new PorterStemFilter(kept));
    }

    private static CharArraySet Read()
    {
        using var list = IOUtils.GetDecodingReader(typeof(SnowballFilter), "english_stop.txt", System.Text.Encoding.UTF8);
        var words = WordlistLoader.GetSnowballWordSet(list, LuceneVersion.LUCENE_48);

        // The list has "don't"; cut at the apostrophe it leaves these.
        return new(LuceneVersion.LUCENE_48, words.Concat(["don", "t", "s", "m", "d", "ll", "re", "ve"]), ignoreCase: true);
    }
}
