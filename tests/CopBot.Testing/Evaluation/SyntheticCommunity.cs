using CopBot.Evaluation.Records;

namespace CopBot.Testing.Evaluation;

/// <summary>
/// A made-up community: few who answer much, many who never write, names in several scripts, anonymous askers, answers to
/// oneself, answers at the same hour. The same seed gives the same community.
/// </summary>
public sealed class SyntheticCommunity
{
    private static readonly string[] Given = ["Ана", "Kofi", "サラ", "Ñandú", "Łukasz", "عمر", "Zoë", "NA", "O, \"le\""];
    private static readonly string?[] Organisations = ["=Ministère", "Cour, des comptes", "財務省", "B", null];
    private static readonly string?[] Countries = ["GHA", "MNG", "FRA", "PER", "NPL", "KEN", null];

    private readonly Random _random;

    /// <summary>Makes it.</summary>
    public SyntheticCommunity(int members, int questions, double days, int seed)
    {
        _random = new Random(seed);
        (Days, Members) = (days, [.. Enumerable.Range(0, members).Select(number => MemberOf(number, members))]);
        var writers = Enumerable.Range(0, members).Where(_ => _random.NextDouble() < 0.6).ToArray();
        var (asked, answered) = (new List<QuestionRow>(questions), new List<AnswerRow>(questions * 2));
        for (var number = 0; number < questions; number++)
        {
            var asker = Members[Pick(writers, 1.2)];
            var day = Hour(asker.Joined + (_random.NextDouble() * (days - asker.Joined)));
            var closed = _random.NextDouble() < 0.05 ? Hour(day + (_random.NextDouble() * 20)) : (double?)null;
            asked.Add(new($"Q{number}", _random.NextDouble() < 0.03 ? null : asker.Id, day, closed));
            for (var answers = _random.NextDouble() < 0.2 ? 0 : 1 + (int)(-Math.Log(_random.NextDouble()) * 1.3); answers > 0; answers--)
            {
                var giver = _random.NextDouble() < 0.05 ? asker : Members[Pick(writers, 3)];
                var posted = Hour(Math.Max(day, giver.Joined) - (Math.Log(_random.NextDouble()) * 2));
                answered.Add(new($"A{answered.Count}", $"Q{number}", giver.Id, posted, _random.NextDouble() < 0.3));
            }
        }

        (Questions, Answers) = (asked, answered);
    }

    /// <summary>When its window ends.</summary>
    public double Days { get; }

    public IReadOnlyList<MemberRow> Members { get; }

    public IReadOnlyList<QuestionRow> Questions { get; }

    public IReadOnlyList<AnswerRow> Answers { get; }

    /// <summary>Ready to be measured.</summary>
    public Exchange Exchange => Exchange.Of(Members, Questions, Answers, Days);

    private MemberRow MemberOf(int number, int members)
    {
        var joined = Hour(Days * Math.Pow((double)number / members, 1.5) * 0.9);
        var left = _random.NextDouble() < 0.05 ? Hour(joined + (_random.NextDouble() * (Days - joined))) : (double?)null;
        var role = _random.NextDouble() switch { < 0.02 => "leader", < 0.12 => "core", _ => "member" };
        return new(
            $"{Given[_random.Next(Given.Length)]} {number}", Organisations[_random.Next(Organisations.Length)],
            Countries[_random.Next(Countries.Length)], role, joined, left);
    }

    /// <summary>The higher the power, the fewer are picked again and again.</summary>
    private int Pick(int[] from, double power) => from[(int)(Math.Pow(_random.NextDouble(), power) * from.Length)];

    private static double Hour(double day) => Math.Round(day * 24) / 24;
}
