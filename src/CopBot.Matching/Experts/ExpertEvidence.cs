namespace CopBot.Matching.Experts;

/// <summary>
/// All that tells who knows what, taken in as it happens. Nothing that happens later changes what was ranked before.
/// </summary>
public sealed class ExpertEvidence
{
    private readonly AnswerArchive _archive;
    private readonly List<(Guid MemberId, DateTimeOffset At)> _answers = [];

    /// <summary>Without any evidence yet.</summary>
    /// <param name="cut">Cuts a text into terms.</param>
    public ExpertEvidence(Func<string, IReadOnlyList<string>> cut) => (Cut, _archive) = (cut, new(cut));

    internal Func<string, IReadOnlyList<string>> Cut { get; }

    internal MemberLedger Ledger { get; } = new();

    /// <summary>With answers, whatever their order.</summary>
    /// <param name="cut">Cuts a text into terms.</param>
    /// <param name="answers">All of them.</param>
    public static ExpertEvidence Of(Func<string, IReadOnlyList<string>> cut, IEnumerable<AnswerRecord> answers)
    {
        var evidence = new ExpertEvidence(cut);
        foreach (var answer in answers.OrderBy(answer => answer.At).ThenBy(answer => answer.MemberId))
        {
            evidence.Add(answer);
        }

        return evidence;
    }

    /// <summary>Somebody answered somebody else.</summary>
    /// <param name="answer">None is older than the one before.</param>
    public void Add(AnswerRecord answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _archive.Add(answer.Question, answer.Answer);
        _answers.Add((answer.MemberId, answer.At));
        Ledger.AddAnswer(answer.MemberId, answer.Question.Topics ?? [], answer.At);
    }

    /// <summary>Somebody wrote something that is no answer.</summary>
    /// <param name="memberId">Who.</param>
    /// <param name="at">When.</param>
    public void AddPresence(Guid memberId, DateTimeOffset at) => Ledger.AddPresence(memberId, at);

    /// <summary>How many answers a member gave.</summary>
    /// <param name="memberId">Who.</param>
    public int AnswersOf(Guid memberId) => Ledger.AnswersOf(memberId);

    /// <summary>Every answer that shares a term with a question.</summary>
    internal ILookup<Guid, (AnswerFit Fit, DateTimeOffset At)> FitsOf(AskedQuestion question) =>
        _archive.FitsOf(question).ToLookup(
            pair => _answers[pair.Key].MemberId, pair => (pair.Value, _answers[pair.Key].At));
}
