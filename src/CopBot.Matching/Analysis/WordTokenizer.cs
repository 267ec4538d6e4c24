using System.Text;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CopBot.Matching.Analysis;

/// <summary>Runs of letters and digits.</summary>
internal sealed class WordTokenizer(TextReader reader) : CharTokenizer(LuceneVersion.LUCENE_48, reader)
{
    protected override bool IsTokenChar(int c) => Rune.IsValid(c) && Rune.IsLetterOrDigit(new(c));
}
