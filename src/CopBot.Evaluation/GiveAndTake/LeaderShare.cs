namespace CopBot.Evaluation.GiveAndTake;

/// <summary>What part of the give and take is that of some members: leaders, say.</summary>
/// <param name="Give">Their share of all answers given; null without answers.</param>
/// <param name="Take">Their share of all answers taken; null without answers.</param>
/// <param name="Balance">(gave − took) / (gave + took) of them together; null where they did neither.</param>
public sealed record LeaderShare(double? Give, double? Take, double? Balance)
{
    /// <summary>The roles that lead.</summary>
    public static bool Leads(string? role) => role is "leader" or "core";

    /// <summary>Of the members given by number.</summary>
    public static LeaderShare Of(Giving giving, IReadOnlyCollection<int> leaders)
    {
        ArgumentNullException.ThrowIfNull(giving);
        double gave = leaders.Sum(leader => giving.Given[leader]), took = leaders.Sum(leader => giving.Taken[leader]);
        double all = giving.Given.Sum();
        return all == 0 ? new(null, null, null) : new(gave / all, took / all, Giving.BalanceOf(gave, took));
    }
}
