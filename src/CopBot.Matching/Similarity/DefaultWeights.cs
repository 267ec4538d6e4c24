using CopBot.Matching.Meanings;

namespace CopBot.Matching.Similarity;

/// <summary>
/// How much each signal counts before anybody pressed a button. Where people ask in one sentence, how it is spelt and
/// what the answers say count most; where they tell a story, what it is about. Found on SemEval-2016 task 3 (train2,
/// dev) and the even half of StackFAQ; all weights are on a plateau: docs/adr/0016.
/// </summary>
internal static class DefaultWeights
{
    /// <summary>So few terms have the questions of a community that asks in one sentence.</summary>
    private const double Sentence = 8;

    /// <summary>So many have those of one that tells stories.</summary>
    private const double Story = 16;

    private static readonly Signals ForSentences = new(
        Words: 0.15, AnswerWords: 0.35, Spelling: 0.5, AllSpelling: 0.5, Topic: 0.3, AllTopic: 0, Company: 0);

    private static readonly Signals ForStories = new(
        Words: 0.5,
        AnswerWords: 0.3,
        Spelling: 0.25,
        AllSpelling: 0.25,
        Topic: 2,
        AllTopic: 0.5,
        Company: 0.5,
        Given: 0.75);

    /// <summary>The weights where questions have so many terms on average.</summary>
    public static Signals For(double terms) =>
        ForSentences.Towards(ForStories, Math.Clamp((terms - Sentence) / (Story - Sentence), 0, 1));

    /// <summary>With what a language model says, as far as it is trusted: at best as much as all the others.</summary>
    public static Signals With(Signals weights, MeaningTrust trust)
    {
        var others = weights.Values.Sum();
        return weights with { Meaning = Question * others * trust.Share, AllMeaning = Answers * others * trust.Share };
    }

    private const double Question = 0.3;
    private const double Answers = 0.2;
}
