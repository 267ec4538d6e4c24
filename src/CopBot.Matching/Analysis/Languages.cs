using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Th;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using static Lucene.Net.Util.LuceneVersion;

namespace CopBot.Matching.Analysis;

/// <summary>The languages whose stop words and stems are known, by their code of ISO 639-1.</summary>
internal static class Languages
{
    public static IReadOnlyDictionary<string, Func<Analyzer>> Analyzers { get; } = 
        new Dictionary<string, Func<Analyzer>>
    {
        ["ar"] = () => new ArabicAnalyzer(LUCENE_48),
        ["bg"] = () => new BulgarianAnalyzer(LUCENE_48),
        ["ca"] = () => new CatalanAnalyzer(LUCENE_48),
        ["cs"] = () => new CzechAnalyzer(LUCENE_48),
        ["da"] = () => new DanishAnalyzer(LUCENE_48),
        ["de"] = () => new GermanAnalyzer(LUCENE_48),
        ["el"] = () => new GreekAnalyzer(LUCENE_48),
        ["en"] = () => new EnglishAnalyzer(),
        ["es"] = () => new SpanishAnalyzer(LUCENE_48),
        ["eu"] = () => new BasqueAnalyzer(LUCENE_48),
        ["fa"] = () => new PersianAnalyzer(LUCENE_48),
        ["fi"] = () => new FinnishAnalyzer(LUCENE_48),
        ["fr"] = () => new FrenchAnalyzer(LUCENE_48),
        ["ga"] = () => new IrishAnalyzer(LUCENE_48),
        ["gl"] = () => new GalicianAnalyzer(LUCENE_48),
        ["hi"] = () => new HindiAnalyzer(LUCENE_48),
        ["hu"] = () => new HungarianAnalyzer(LUCENE_48),
        ["hy"] = () => new ArmenianAnalyzer(LUCENE_48),
        ["id"] = () => new IndonesianAnalyzer(LUCENE_48),
        ["it"] = () => new ItalianAnalyzer(LUCENE_48),
        ["ja"] = () => new CJKAnalyzer(LUCENE_48),
        ["ko"] = () => new CJKAnalyzer(LUCENE_48),
        ["lv"] = () => new LatvianAnalyzer(LUCENE_48),
        ["nl"] = () => new DutchAnalyzer(LUCENE_48),
        ["no"] = () => new NorwegianAnalyzer(LUCENE_48),
        ["pt"] = () => new PortugueseAnalyzer(LUCENE_48),
        ["ro"] = () => new RomanianAnalyzer(LUCENE_48),
        ["ru"] = () => new RussianAnalyzer(LUCENE_48),
        ["sv"] = () => new SwedishAnalyzer(LUCENE_48),
        ["th"] = () => new ThaiAnalyzer(LUCENE_48),
        ["tr"] = () => new TurkishAnalyzer(LUCENE_48),
        ["zh"] = () => new CJKAnalyzer(LUCENE_48),
    };

    /// <summary>
    /// Any other language: words in lower case; Chinese, Japanese and Korean among them in pairs of signs.
    /// </summary>
    public static Func<Analyzer> Plain { get; } = () => new CJKAnalyzer(LUCENE_48, CharArraySet.Empty);
}
