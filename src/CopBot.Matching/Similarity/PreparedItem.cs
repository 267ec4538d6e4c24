using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>A known item, or what is looked for, ready to be compared.</summary>
internal sealed record PreparedItem(
    TermCounts Title,
    TermCounts Body,
    TermCounts Answers,
    SparseVector Spelling,
    SparseVector AllSpelling,
    float[] Topic,
    float[] AllTopic,
    float[] Company);
