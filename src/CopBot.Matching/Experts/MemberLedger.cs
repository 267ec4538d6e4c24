namespace CopBot.Matching.Experts;

/// <summary>
/// How much and how freshly each member answers, kept up with every answer. Freshness is counted in answers, not
/// days, since half-lives in days do not travel between communities.
/// </summary>
public sealed class MemberLedger
{
    private static readonly double[] HalfLives = [5, 160];

    private readonly Dictionary<Guid, Account> _accounts = [];
    private readonly Dictionary<string, int> _byTopic = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many answers there are; what freshness is counted by.</summary>
    public int Answers { get; private set; }

    /// <summary>Somebody answered somebody else.</summary>
    /// <param name="member">Who.</param>
    /// <param name="topics">What the question is filed under.</param>
    /// <param name="at">When; never earlier than the one before.</param>
    public void AddAnswer(Guid member, IReadOnlyList<string> topics, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(topics);
        Answers++;
        var account = Of(member);
        for (var i = 0; i < HalfLives.Length; i++) account.Fresh[i] = Faded(account, i) + 1;
        account.Number = Answers;
        account.Answers++;
        foreach (var topic in topics.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _byTopic[topic] = _byTopic.GetValueOrDefault(topic) + 1;
            account.ByTopic[topic] = account.ByTopic.GetValueOrDefault(topic) + 1;
        }

        AddPresence(member, at);
    }

    /// <summary>The member wrote something, be it no answer.</summary>
    /// <param name="member">Who.</param>
    /// <param name="at">When.</param>
    public void AddPresence(Guid member, DateTimeOffset at)
    {
        var account = Of(member);
        if (account.LastSeen is null || account.LastSeen < at) account.LastSeen = at;
    }

    /// <summary>When a member wrote last; null if that is not known.</summary>
    /// <param name="member">Who.</param>
    public DateTimeOffset? LastSeen(Guid member) => _accounts.GetValueOrDefault(member)?.LastSeen;

    /// <summary>How many answers a member gave.</summary>
    /// <param name="member">Who.</param>
    public int AnswersOf(Guid member) => _accounts.GetValueOrDefault(member)?.Answers ?? 0;

    /// <summary>
    /// A member’s answers, each halved whenever five (or a hundred and sixty) more were given by anybody.
    /// </summary>
    /// <param name="member">Who.</param>
    internal (double Lately, double ForLong) FreshnessOf(Guid member) =>
        _accounts.TryGetValue(member, out var account) ? (Faded(account, 0), Faded(account, 1)) : (0, 0);

    /// <summary>
    /// How much more a member answers on some topics than on all: the logarithm of that ratio, summed. Drawn towards
    /// none while there are few answers.
    /// </summary>
    internal double TopicLift(Guid member, IReadOnlyList<string> topics, int candidates)
    {
        const double caution = 10;
        var share = (AnswersOf(member) + 0.5) / (Answers + (0.5 * candidates));
        return topics.Sum(topic =>
        {
            var own = _accounts.GetValueOrDefault(member)?.ByTopic.GetValueOrDefault(topic) ?? 0;
            var here = (own + (caution * share)) / (_byTopic.GetValueOrDefault(topic) + caution);
            return Math.Log(here / share);
        });
    }

    private double Faded(Account account, int i) =>
        account.Fresh[i] * Math.Pow(0.5, (Answers - account.Number) / HalfLives[i]);

    private Account Of(Guid member)
    {
        if (!_accounts.TryGetValue(member, out var account)) _accounts[member] = account = new();
        return account;
    }

    private sealed class Account
    {
        public double[] Fresh { get; } = new double[HalfLives.Length];

        public Dictionary<string, int> ByTopic { get; } = new(StringComparer.OrdinalIgnoreCase);

        public int Answers { get; set; }

        /// <summary>How many answers there were when the member gave the last.</summary>
        public int Number { get; set; }

        public DateTimeOffset? LastSeen { get; set; }
    }
}
