using CopBot.Matching.Meanings;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CopBot.Matching.Index;

/// <summary>What is found by its meaning alone: every stored vector is compared.</summary>
internal static class NearestMeanings
{
    /// <summary>In so many, comparing each takes longer than anybody should wait; then words alone find.</summary>
    private const int Most = 200_000;

    /// <summary>Documents at least so like, the most alike first.</summary>
    public static IEnumerable<int> Of(IndexReader reader, TextMeaning sought, double least, int most)
    {
        if (reader.NumDocs > Most) return [];
        var nearest = new PriorityQueue<int, double>();
        foreach (var leaf in reader.Leaves)
        {
            var (stored, live) = (leaf.AtomicReader.GetBinaryDocValues(IndexDocument.Meaning),
                leaf.AtomicReader.LiveDocs);
            if (stored is null) continue;
            var bytes = new BytesRef();
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live?.Get(doc) == false) continue;
                stored.Get(doc, bytes);
                var fit = ItemMeaning.FitOf(sought, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)).Best;

                // Not a number is not above it either.
                if (!(fit >= least)) continue;
                nearest.Enqueue(leaf.DocBase + doc, fit);
                if (nearest.Count > most) nearest.Dequeue();
            }
        }

        return nearest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element);
    }

    /// <summary>What is stored of one document; empty if nothing is.</summary>
    public static BytesRef StoredOf(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexDocument.Meaning)?.Get(document - leaf.DocBase, bytes);
        return bytes;
    }
}
