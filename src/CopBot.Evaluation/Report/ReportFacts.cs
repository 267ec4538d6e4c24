using CopBot.Evaluation.GiveAndTake;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Networks;
using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Report;

/// <summary>What several sections of a report need, computed once.</summary>
internal sealed class ReportFacts
{
    public ReportFacts(History history, ReportParameters parameters, History? sister = null)
    {
        (History, Parameters, Leaders) = (history, parameters, new(history));
        Sister = sister is null ? null : MonthlySeries.Of(sister);
        var calendar = new Calendar(history.Start, history.End);
        Days = new(history.Exchange);
        Activity = new(Days, history.Exchange.Members.Count, calendar);
        Months = MonthlySeries.Of(history, calendar, Activity, Leaders);
        Giving = Giving.Of(history.Exchange);
        Network = new(Giving.Ties.BothWays());

        // What takes long runs beside the rest.
        var betweenness = Task.Run(() => Betweenness.Of(Network));
        var standings = Task.Run(() => new MonthlyStandings(history, Months, Activity));
        Answering = Answering.Of(history.Exchange);
        FirstContribution = Newcomers.TimeToFirstContribution(history.Exchange);
        (Betweenness, Standings) = (betweenness.GetAwaiter().GetResult(), standings.GetAwaiter().GetResult());
    }

    public History History { get; }

    public ReportParameters Parameters { get; }

    public Exchange Exchange => History.Exchange;

    public MonthlySeries Months { get; }

    /// <summary>The months of the community that this one is held against; null without one.</summary>
    public MonthlySeries? Sister { get; }

    public MemberDays Days { get; }

    public MonthlyActivity Activity { get; }

    public Giving Giving { get; }

    public Network Network { get; }

    public Betweenness Betweenness { get; }

    public Answering Answering { get; }

    public SurvivalCurve FirstContribution { get; }

    public Leaderboard Leaders { get; }

    public MonthlyStandings Standings { get; }
}
