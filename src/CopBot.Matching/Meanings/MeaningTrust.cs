using CopBot.Matching.Similarity;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Meanings;

/// <summary>
/// How far a model's vectors are to be trusted in this community: as far as a question finds its own answers by them,
/// among those of others, better than by words. Nobody has to judge anything for that; vectors that mean nothing count
/// nothing, and those that only repeat the words little (docs/adr/0020).
/// </summary>
/// <param name="Model">Of which model; 0 before anything was learnt.</param>
/// <param name="Share">0: not at all, 1: fully.</param>
/// <param name="Mean">How like texts are that have nothing to do with each other.</param>
/// <param name="Deviation">The standard deviation of that.</param>
/// <param name="Items">From how many items that was learnt.</param>
public sealed record MeaningTrust(uint Model, double Share, double Mean, double Deviation, int Items)
{
    private const int Fewest = 10;
    private const int MostAsked = 200;
    private const int MostOthers = 100;

    /// <summary>The trust where words and vectors err alike.</summary>
    private const double Equal = 0.25;

    private const double Slope = 1.5;

    /// <summary>Vectors that mean nothing err so much less than chance by luck.</summary>
    private const double Luck = 0.1;

    /// <summary>Those that mean something at least so much less.</summary>
    private const double Skilled = 0.5;

    /// <summary>Errors so rare tell nothing.</summary>
    private const double Rare = 0.02;

    /// <summary>
    /// So far above texts that have nothing in common is a text that is found without any word in common.
    /// </summary>
    private const double Related = 4;

    /// <summary>Before anything was learnt.</summary>
    public static MeaningTrust None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>From here on a text is found by its meaning alone.</summary>
    internal double FoundFrom => Mean + (Related * Deviation);

    /// <summary>Learns from items; always the same from the same.</summary>
    /// <param name="words">What is known of words.</param>
    /// <param name="items">Those with vectors are learnt from, of the model that most are of.</param>
    public static MeaningTrust Learn(SimilarityModel words, IReadOnlyList<KnownItem> items)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(items);
        var model = items.Select(item => item.Meaning?.Question.Model ?? 0).Where(one => one != 0).CountBy(one => one)
            .OrderByDescending(pair => pair.Value).FirstOrDefault().Key;
        var known = items.Where(item => item.Meaning is { Answers: not null } meaning
            && meaning.Question.Model == model)
            .Select(item => new Pair(words, item)).ToList();
        if (known.Count < Fewest) return None with { Model = model, Items = known.Count };
        var (byWords, byMeaning, unrelated) = (new List<double>(), new List<double>(), new List<double>());
        var others = Math.Min(MostOthers, known.Count - 1);
        foreach (var (asked, pair) in known.Index().Take(MostAsked))
        {
            // Spread over all: neighbours may be of one day.
            var answers = Enumerable.Range(1,
                others).Select(other => known[(asked + Step(other, known.Count, others)) % known.Count])
                .Prepend(pair).ToList();
            var meanings = answers.ConvertAll(pair.MeaningTo);
            if (meanings.Exists(double.IsNaN)) continue;
            byWords.Add(ReciprocalRank(pair.WordsTo(words, answers)));
            byMeaning.Add(ReciprocalRank([.. meanings]));
            unrelated.AddRange(meanings.Skip(1));
        }

        if (byWords.Count < Fewest) return None with { Model = model, Items = known.Count };
        var (errs, meaningErrs) = (1 - byWords.Average(), 1 - byMeaning.Average());
        var mean = unrelated.Average();
        var better = Math.Clamp(Equal + (Slope * (errs - meaningErrs) / (errs + meaningErrs + Rare)), 0, 1);
        var chance = 1 - (Enumerable.Range(1, others + 1).Sum(rank => 1.0 / rank) / (others + 1));
        var skill = Math.Clamp((1 - (meaningErrs / chance) - Luck) / (Skilled - Luck), 0, 1);
        return new(
            model,
            better * skill,
            mean,
            Math.Sqrt(unrelated.Average(value => (value - mean) * (value - mean))),
            known.Count);
    }

    internal void Write(BinaryWriter to)
    {
        to.Write(Model);
        foreach (var value in new[] { Share, Mean, Deviation }) to.Write(value);
        to.Write(Items);
    }

    internal static MeaningTrust Read(BinaryReader from) =>
        new(from.ReadUInt32(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadInt32());

    private static int Step(int other, int all, int others) => 1 + ((other - 1) * (all - 1) / others);

    /// <summary>Of the first of the values; equal ones share their places.</summary>
    private static double ReciprocalRank(double[] values)
    {
        var (above, equal) = (values.Count(value => value > values[0]), values.Count(value => value == values[0]));
        return 1 / (above + ((1 + equal) / 2.0));
    }

    /// <summary>A question, and answers without their question.</summary>
    private sealed class Pair(SimilarityModel words, KnownItem item)
    {
        private readonly PreparedItem _question = words.Prepare(new SoughtText(item.Title, item.Body, item.Language));
        private readonly PreparedItem _answers = words.Prepare(
            item.Answers.Count > 0 ? item with { Title = "", Body = "" } : new("", "", [item.Body], item.Language));

        public double MeaningTo(Pair other) => ItemMeaning.Coherence(item.Meaning!, other.Meaning) ?? double.NaN;

        /// <summary>Only by words: topics were learnt from these very pairs.</summary>
        public double[] WordsTo(SimilarityModel model, IReadOnlyList<Pair> others)
        {
            var signals = others.Select(other => model.Compare(_question, other._answers)).ToList();
            return
            [
                .. Standing.Of([.. signals.Select(one => one.AnswerWords)])
                    .Zip(Standing.Of([.. signals.Select(one => one.AllSpelling)]), (one, other) => one + other),
            ];
        }

        private ItemMeaning Meaning => item.Meaning!;
    }
}
