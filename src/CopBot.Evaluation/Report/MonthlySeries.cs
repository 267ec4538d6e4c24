using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>A community by whole months that are over.</summary>
/// <param name="Calendar">Which months.</param>
/// <param name="Questions">Asked.</param>
/// <param name="Answers">Given to others.</param>
/// <param name="Active">Members who asked or answered.</param>
/// <param name="NewContributors">Members who did so for the first time.</param>
/// <param name="Joined">Members who joined.</param>
/// <param name="LeaderGives">Answers by who led then.</param>
/// <param name="LeaderAsks">Questions by who led then.</param>
/// <param name="AnsweredInWeek">
/// The share of the month's questions answered within seven days; not a number without questions.
/// </param>
/// <param name="Funding">Money of the month.</param>
public sealed record MonthlySeries(
    Calendar Calendar, IReadOnlyList<double> Questions, IReadOnlyList<double> Answers, IReadOnlyList<double> Active,
    IReadOnlyList<double> NewContributors, IReadOnlyList<double> Joined, IReadOnlyList<double> LeaderGives,
    IReadOnlyList<double> LeaderAsks, IReadOnlyList<double> AnsweredInWeek, IReadOnlyList<double> Funding)
{
    /// <summary>How many months are over.</summary>
    public int Count => Questions.Count;

    /// <summary>Counts them.</summary>
    public static MonthlySeries Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var calendar = new Calendar(history.Start, history.End);
        var activity = new MonthlyActivity(new(history.Exchange), history.Exchange.Members.Count, calendar);
        return Of(history, calendar, activity, new(history));
    }

    /// <summary>Counts them.</summary>
    internal static MonthlySeries Of(
        History history, Calendar calendar, MonthlyActivity activity, Leaderboard leads)
    {
        var (exchange, n) = (history.Exchange, calendar.Begun);
        var (questions, answers, active, fresh, joined) =
            (new double[n], new double[n], new double[n], new double[n], new double[n]);
        var (gives, asks, quick, funding) = (new double[n], new double[n], new double[n], new double[n]);
        var first = new double[exchange.Questions.Count];
        Array.Fill(first, double.PositiveInfinity);
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var posted = exchange.PostedOn[answer];
            var (month, question) = (calendar.MonthOf(posted), exchange.Answered[answer]);
            first[question] = Math.Min(first[question], posted);
            if (month < 0) continue;
            answers[month]++;
            if (leads.Led(exchange.Givers[answer], posted)) gives[month]++;
        }

        for (var question = 0; question < exchange.Questions.Count; question++)
        {
            var asked = exchange.AskedOn[question];
            var month = calendar.MonthOf(asked);
            if (month < 0) continue;
            questions[month]++;
            if (first[question] - asked <= 7) quick[month]++;
            if (exchange.Askers[question] >= 0 && leads.Led(exchange.Askers[question], asked)) asks[month]++;
        }

        foreach (var month in exchange.Members.Select(member => calendar.MonthOf(member.Joined)))
        {
            if (month >= 0) joined[month]++;
        }

        for (var member = 0; member < exchange.Members.Count; member++)
        {
            var began = true;
            foreach (var (month, _) in activity.Of(member))
            {
                if (month >= 0) active[month]++;
                if (began && month >= 0) fresh[month]++;
                began = false;
            }
        }

        foreach (var grant in history.Annotations.Where(one => one.Kind == "funding")) Spread(grant, calendar, funding);
        var complete = calendar.Complete;
        return new(
            calendar, questions[..complete], answers[..complete], active[..complete], fresh[..complete],
            joined[..complete], gives[..complete], asks[..complete],
            [.. quick.Zip(questions, (part, all) => part / all).Take(complete)],
            funding[..complete]);
    }

    /// <summary>Money is spread evenly over the months that it is for; those before the start are not shown.</summary>
    private static void Spread(Annotation grant, Calendar calendar, double[] funding)
    {
        const double month = 30.4375;
        var to = Math.Max(grant.From, grant.To ?? grant.From);
        var share = (grant.Amount ?? 0) / Math.Max(1, Math.Round((to - grant.From) / month));
        for (var place = 0; place < funding.Length; place++)
        {
            if (calendar.StartOf(place) <= to && calendar.StartOf(place + 1) > grant.From) funding[place] += share;
        }
    }
}
