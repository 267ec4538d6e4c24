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
    public ReportFacts(History history, ReportParameters parameters)
    {
        (History, Parameters) = (history, parameters);
        Months = MonthlySeries.Of(history);
        Activity = new(history, Months.Calendar);
        Giving = Giving.Of(history.Exchange);
        Network = new(Giving.Ties.BothWays());
        Answering = Answering.Of(history.Exchange);
        FirstContribution = Newcomers.TimeToFirstContribution(history.Exchange);
        Leaders = new(history);
        Standings = new(this);
    }

    public History History { get; }

    public ReportParameters Parameters { get; }

    public Exchange Exchange => History.Exchange;

    public MonthlySeries Months { get; }

    public MonthlyActivity Activity { get; }

    public Giving Giving { get; }

    public Network Network { get; }

    public Answering Answering { get; }

    public SurvivalCurve FirstContribution { get; }

    public Leaderboard Leaders { get; }

    public MonthlyStandings Standings { get; }
}
