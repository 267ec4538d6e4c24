using System.Text.Json.Nodes;
using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.GiveAndTake;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Figures;

/// <summary>All that can be said of who asked and who answered, by the names in <c>docs/evaluation.md</c>.</summary>
public static class CommunityFigures
{
    /// <summary>Measures it.</summary>
    public static JsonObject Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var giving = Giving.Of(exchange);
        var figures = new JsonObject
        {
            ["end_day"] = exchange.End,
            ["members"] = exchange.Members.Count,
            ["questions"] = exchange.Questions.Count,
            ["answers"] = exchange.Answers.Count,
            ["self_answers"] = exchange.SelfAnswers,
        };
        AddGiving(figures, exchange, giving);
        NetworkFigures.Add(figures, exchange, giving);
        AddAnswering(figures, exchange);
        AddMembership(figures, exchange);
        var contributions = giving.Contributions.Select(count => (double)count).ToArray();
        figures["gini_contributions"] = Json.Of(Inequality.Gini(contributions));
        figures["caf"] = Inequality.AbsenceFactor(contributions);
        figures["top20_share"] = Json.Of(Inequality.TopShare(contributions, 0.2));
        var without = Dependence.OnTop(exchange, 1);
        figures["answered_without_top1"] = Json.Of(without.Without.Value);
        return figures;
    }

    private static void AddGiving(JsonObject figures, Exchange exchange, Giving giving)
    {
        var numbers = Enumerable.Range(0, exchange.Members.Count).ToArray();
        JsonObject Each(Func<int, JsonNode?> value) => Json.Map(numbers, m => exchange.Members[m].Id, value);
        figures["give"] = Each(member => giving.Given[member]);
        figures["take"] = Each(member => giving.Taken[member]);
        var contributions = giving.Contributions;
        figures["contributions"] = Each(member => contributions[member]);
        figures["ratio_smoothed"] = Each(member => giving.RatioOf(member));
        figures["balance"] = Each(member => Json.Of(giving.BalanceOf(member)));
        var leaders = numbers.Where(member => LeaderShare.Leads(exchange.Members[member].Role)).ToArray();
        var share = LeaderShare.Of(giving, leaders);
        figures["leaders_core_share"] = new JsonObject
        {
            ["members"] = new JsonArray([.. leaders.Select(leader => (JsonNode)exchange.Members[leader].Id)]),
            ["GL"] = Json.Of(share.Give),
            ["TL"] = Json.Of(share.Take),
            ["b_L"] = Json.Of(share.Balance),
        };
        var forward = PayItForward.Of(exchange);
        figures["km_pay_it_forward"] = new JsonObject
        {
            ["n"] = forward.Count,
            ["S"] = Steps(forward),
            ["p_paid_forward_by_30d"] = forward.Count == 0 ? null : 1 - forward.At(30),
        };
    }

    private static void AddAnswering(JsonObject figures, Exchange exchange)
    {
        const double week = 168;
        var answering = Answering.Of(exchange);
        var sorted = answering.Waiting.OrderBy(one => one.Time).ThenByDescending(one => one.Happened).ToArray();
        figures["km_response"] = new JsonObject
        {
            ["times_h"] = Json.List(sorted.Select(one => one.Time)),
            ["event"] = Json.List(sorted.Select(one => one.Happened ? 1L : 0)),
            ["S"] = Steps(answering.Curve),
            ["median_first_S_le_half"] = Json.Of(answering.Curve.Median),
            ["median_R_midpoint"] = Json.Of(answering.Curve.MedianMidpoint),
            ["naive_answered_only_median"] = Json.Of(answering.MedianOfAnswered),
            ["p_answered_by_24h"] = sorted.Length == 0 ? null : 1 - answering.Curve.At(24),
            ["p_answered_by_168h"] = sorted.Length == 0 ? null : 1 - answering.Curve.At(week),
            ["rmst_168h"] = sorted.Length == 0 ? null : answering.Curve.RestrictedMean(week),
        };
        AddShare(figures, "answer_rate_raw", answering.Answered);
        AddShare(figures, "answer_rate_mature7d", answering.AnsweredMature);
        AddShare(figures, "acceptance_rate_of_answered_questions", answering.Accepted);
        figures["answer_ratio"] = Json.Of(answering.AnswersPerQuestion);
    }

    private static void AddMembership(JsonObject figures, Exchange exchange)
    {
        var first = Newcomers.TimeToFirstContribution(exchange);
        figures["km_time_to_first_contribution"] = new JsonObject
        {
            ["S"] = Steps(first),
            ["median_first_S_le_half"] = Json.Of(first.Median),
            ["median_R_midpoint"] = Json.Of(first.MedianMidpoint),
        };
        foreach (var gap in Staying.Gaps)
        {
            var staying = Staying.Of(exchange, gap);
            figures[$"km_activity_gap{gap}"] = new JsonObject
            {
                ["n"] = staying.Count,
                ["S"] = Steps(staying),
                ["median_first_S_le_half"] = Json.Of(staying.Median),
            };
        }
    }

    private static void AddShare(JsonObject figures, string name, Proportion share)
    {
        figures[name] = Json.Of(share.Value);
        figures[$"{name}_wilson95"] = share.Cases == 0 ? null : Json.List([share.Low, share.High]);
        figures[$"{name}_n"] = share.Cases;
    }

    private static JsonObject Steps(SurvivalCurve curve) =>
        Json.Map(curve.Steps, step => Json.Key(step.Time), step => step.Survival);
}
