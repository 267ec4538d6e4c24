namespace CopBot.Matching.Experts;

/// <summary>An answer that somebody gave: the evidence by which experts are ranked.</summary>
/// <param name="MemberId">Who answered. Never the asker of that question: helping oneself is no evidence.</param>
/// <param name="Question">The text of the question.</param>
/// <param name="Answer">The text of the answer.</param>
/// <param name="At">When it was given.</param>
public sealed record AnswerRecord(Guid MemberId, string Question, string Answer, DateTimeOffset At)
{
    /// <summary>Answers as a corpus, whatever their order.</summary>
    /// <param name="answers">All of them.</param>
    public static Corpus<AnswerRecord> CorpusOf(IEnumerable<AnswerRecord> answers) =>
        new(answers.OrderBy(answer => answer.At), answer => answer.Question, answer => answer.Answer);
}
