using System.CommandLine;
using System.Text.Json;
using CopBot.Benchmarks.Retrieval;
using CopBot.Matching.Experts;

namespace CopBot.Benchmarks.Routing;

/// <summary><c>routing</c>: whom to ask, judged by who answered; by evidence alone, and with care.</summary>
internal static class RoutingCommand
{
    private const int Asked = 3;

    /// <summary>After so many questions, half of what somebody was asked for nothing is forgotten.</summary>
    private const double HalfLife = 30;

    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data")
            {
                Required = true, Description = "A folder with questions.jsonl and answers.jsonl; comments.jsonl if there is one.",
            };
            var language = new Option<string>("--language") { DefaultValueFactory = _ => "en", Description = "What they are written in." };
            var from = new Option<double>("--from") { DefaultValueFactory = _ => 0.8, Description = "Judge questions asked after this share of all answers." };
            var to = new Option<double>("--to") { DefaultValueFactory = _ => 1, Description = "And before this share: .3 to .8 to choose a weight without looking at what it is judged by." };
            var command = new Command("routing", "Find who knows.") { data, language, from, to };
            command.SetAction(result => Run(new(
                RoutingSet.Read(result.GetValue(data)!), result.GetValue(language)!, result.GetValue(from), result.GetValue(to))));
            return command;
        }
    }

    private static int Run(OnlineRun run)
    {
        var tests = run.Play().ToList();
        Console.Error.WriteLine($"{tests.Count} questions, {tests.Average(test => test.Ranked.Count):F0} candidates on average");
        Console.WriteLine(JsonSerializer.Serialize(
            new { pure = Figures(tests, test => test.Ranked), careful = Careful(tests), questions = tests.Count },
            JsonSerializerOptions.Web));
        return 0;
    }

    /// <summary>As the bot chooses: who was asked and did not answer is spared for a while.</summary>
    private static object Careful(IReadOnlyList<OnlineRun.Test> tests)
    {
        var loads = new Dictionary<Guid, double>();
        var number = 0;
        return Figures(tests, test =>
        {
            number++;
            foreach (var id in loads.Keys.ToList()) loads[id] *= Math.Pow(0.5, 1 / HalfLife);
            var order = CarefulChoice.Order(test.Ranked, loads, new HashSet<Guid>(), Asked, number);
            foreach (var expert in order.Take(Asked).Where(expert => !test.Answered.Contains(expert.MemberId)))
            {
                loads[expert.MemberId] = loads.GetValueOrDefault(expert.MemberId) + 1;
            }

            return order;
        });
    }

    private static object Figures(
        IReadOnlyList<OnlineRun.Test> tests, Func<OnlineRun.Test, IReadOnlyList<RankedExpert>> order)
    {
        var orders = tests.Select(order).ToList();
        var rankings = orders.Zip(tests, (experts, test) =>
            new Ranking([.. experts.Select(expert => test.Answered.Contains(expert.MemberId))], test.Answered.Count)).ToList();
        var asks = orders.SelectMany(experts => experts.Take(Asked)).CountBy(expert => expert.MemberId).ToDictionary();
        var everybody = tests.SelectMany(test => test.Ranked).Select(expert => expert.MemberId).Distinct();
        return new
        {
            mrr = Math.Round(rankings.Average(ranking => ranking.ReciprocalRank(int.MaxValue)), 4),
            p1 = Math.Round(rankings.Average(ranking => ranking.Precision(1)), 4),
            hit3 = Math.Round(rankings.Average(ranking => Hit(ranking, 3)), 4),
            hit5 = Math.Round(rankings.Average(ranking => Hit(ranking, 5)), 4),
            topShare = Math.Round(asks.Values.Max() / (double)asks.Values.Sum(), 4),
            gini = Math.Round(Gini([.. everybody.Select(id => asks.GetValueOrDefault(id))]), 4),
            peopleAsked = asks.Count,
        };
    }

    private static double Hit(Ranking ranking, int among) => ranking.ReciprocalRank(among) > 0 ? 1 : 0;

    /// <summary>0 if everybody was asked as often, towards 1 if one was asked always.</summary>
    private static double Gini(int[] asks)
    {
        Array.Sort(asks);
        var weighted = asks.Index().Sum(pair => (pair.Index + 1.0) * pair.Item);
        return (2 * weighted / (asks.Length * (double)asks.Sum())) - ((asks.Length + 1.0) / asks.Length);
    }
}
