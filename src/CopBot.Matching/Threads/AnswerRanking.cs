namespace CopBot.Matching.Threads;

/// <summary>Answers from many threads to one new question.</summary>
public static class AnswerRanking
{
    private const double AnswerWeight = 0.7;

    /// <summary>
    /// How well an answer fits a new question: how near its own question is, and how likely it answers that. Weights as
    /// in docs/adr/0016.
    /// </summary>
    /// <param name="similarity">The score of its question among the candidates.</param>
    /// <param name="probability">How likely it answers its own question: 0 to 1.</param>
    public static double Score(double similarity, double probability)
    {
        const double nearly = 1e-6;
        var p = Math.Clamp(probability, nearly, 1 - nearly);
        return similarity + (AnswerWeight * Math.Log(p / (1 - p)));
    }
}
