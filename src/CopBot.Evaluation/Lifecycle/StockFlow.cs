using static System.Math;

namespace CopBot.Evaluation.Lifecycle;

/// <summary>
/// What becomes of the active members if nothing changes: each month a share leaves and some join,
/// N′ = N(1 − c) + j. Deterministic on purpose: everybody can follow it.
/// </summary>
/// <param name="Churn">The share of active members lost in a month, above 0 and below 1.</param>
/// <param name="Joins">How many become active in a month.</param>
public sealed record StockFlow(double Churn, double Joins)
{
    /// <summary>Where it settles: j / c.</summary>
    public double Settles => Joins / Churn;

    /// <summary>In how many months half are gone if nobody joins.</summary>
    public double HalfLife => Log(0.5) / Log(1 - Churn);

    /// <summary>How many must join each month to hold a number of members.</summary>
    public double JoinsToHold(double members) => Churn * members;

    /// <summary>Active members after some months.</summary>
    public double After(double members, double months) =>
        Settles + ((members - Settles) * Pow(1 - Churn, months));

    /// <summary>In how many months fewer are left than it needs.</summary>
    /// <param name="members">Active now.</param>
    /// <param name="least">Fewer than these are no community.</param>
    /// <returns>Null if it settles above; 0 if there are fewer already.</returns>
    public double? ExpiresIn(double members, double least)
    {
        if (members < least) return 0;
        return Settles >= least ? null : Log((least - Settles) / (members - Settles)) / Log(1 - Churn);
    }
}
