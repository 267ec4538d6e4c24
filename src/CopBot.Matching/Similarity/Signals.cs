namespace CopBot.Matching.Similarity;

/// <summary>
/// In how many ways a known item may fit what is looked for. The same record holds how much each counts.
/// </summary>
/// <param name="Words">The words of title and body (BM25F).</param>
/// <param name="AnswerWords">The words of its answers (BM25).</param>
/// <param name="Spelling">The pieces of the words of the title.</param>
/// <param name="AllSpelling">The pieces of all its words.</param>
/// <param name="Topic">What title and body are about, by the terms that stand in the same texts.</param>
/// <param name="AllTopic">The same of title, body and answers.</param>
/// <param name="Company">What title and body are about, by the terms beside which theirs stand.</param>
/// <param name="Given">What somebody else's search engine thinks of it, if it was asked.</param>
/// <param name="Meaning">
/// What a language model says of its title, where one was asked of both; else not a number.
/// </param>
/// <param name="AllMeaning">The same of its answers or body.</param>
public sealed record Signals(
    double Words,
    double AnswerWords,
    double Spelling,
    double AllSpelling,
    double Topic,
    double AllTopic,
    double Company,
    double Given = 0,
    double Meaning = 0,
    double AllMeaning = 0)
{
    /// <summary>All of them, in a fixed order.</summary>
    public IReadOnlyList<double> Values =>
        [Words, AnswerWords, Spelling, AllSpelling, Topic, AllTopic, Company, Given, Meaning, AllMeaning];

    /// <summary>From values in that order.</summary>
    /// <param name="values">All of them.</param>
    public static Signals Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(
            values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                values[9]);
    }

    /// <summary>Between two sets of weights.</summary>
    /// <param name="other">The other.</param>
    /// <param name="share">How much of the other: 0 to 1.</param>
    public Signals Towards(Signals other, double share)
    {
        ArgumentNullException.ThrowIfNull(other);
        double Between(double mine, double theirs) => mine + (share * (theirs - mine));
        return new(
            Between(Words, other.Words),
            Between(AnswerWords, other.AnswerWords),
            Between(Spelling, other.Spelling),
            Between(AllSpelling, other.AllSpelling),
            Between(Topic, other.Topic),
            Between(AllTopic, other.AllTopic),
            Between(Company, other.Company),
            Between(Given, other.Given),
            Between(Meaning, other.Meaning),
            Between(AllMeaning, other.AllMeaning));
    }
}
