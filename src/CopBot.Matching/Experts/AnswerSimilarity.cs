using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CopBot.Matching.Experts;

/// <summary>
/// BM25 over the answers alone: Lucene counts documents that lack the field as if they were empty.
/// </summary>
internal sealed class AnswerSimilarity() : BM25Similarity(1.2f, 0.75f)
{
    protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats.SumTotalTermFreq <= 0 || collectionStats.DocCount <= 0
            ? 1
            : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.DocCount);

    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats) =>
        new(Idf(termStats.DocFreq, collectionStats.DocCount), "idf over the documents that have the field");
}
