using CopBot.Matching.Similarity;

namespace CopBot.Matching.Index;

/// <summary>Something that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Item">The item as it was when it was last taken in.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="Coverage">
/// The share of what is looked for that the title holds, rarer words counting more: 0 to 1.
/// </param>
/// <param name="Signals">What made the score.</param>
/// <param name="Sure">
/// How likely it answers what is looked for, 0 to 1 (<see cref="Confidence"/>); null as long as too little was learnt
/// of the community's words to tell.
/// </param>
/// <param name="Contributions">
/// What each signal added to the score, in the order of <see cref="Signals.Values"/>.
/// </param>
public sealed record IndexMatch(
    string Id,
    KnownItem Item,
    double Score,
    double Coverage,
    Signals Signals,
    double? Sure,
    IReadOnlyList<double> Contributions);
