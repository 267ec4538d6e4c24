using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;

namespace CopBot.Matching.Index;

/// <summary>All that was learnt of one community.</summary>
/// <param name="Words">Which words are rare and which belong together.</param>
/// <param name="Trust">How far a language model's vectors are to be trusted.</param>
/// <param name="Presses">What its members' presses say of what was shown to them.</param>
/// <param name="Answers">Which replies answer: as shipped, and as its own members marked.</param>
internal sealed record Learning(SimilarityModel Words, MeaningTrust Trust, PressLearning Presses, AnswerModel Answers)
{
    public static Learning Nothing { get; } =
        new(SimilarityModel.Nothing, MeaningTrust.None, PressLearning.None, AnswerModelFile.Shipped);

    public void Write(BinaryWriter to)
    {
        Words.Write(to);
        Trust.Write(to);
        Presses.Write(to);
        foreach (var weight in Answers.Figures.Weights) to.Write(weight);
    }

    public static Learning Read(BinaryReader from)
    {
        var (words, trust, presses) = (SimilarityModel.Read(from), MeaningTrust.Read(from), PressLearning.Read(from));
        var shipped = AnswerModelFile.Shipped;
        return new(words, trust, presses, shipped.With([.. shipped.Figures.Weights.Select(_ => from.ReadDouble())]));
    }
}
