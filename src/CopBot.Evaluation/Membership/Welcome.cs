using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Membership;

/// <summary>A newcomer, in days since they joined or first wrote.</summary>
/// <param name="Welcomed">When somebody who leads first turned to them; null if nobody did.</param>
/// <param name="Contributed">When they contributed.</param>
/// <param name="Left">When they left; null if they did not.</param>
/// <param name="Watched">How long they could be watched.</param>
public sealed record Newcomer(double? Welcomed, IReadOnlyList<double> Contributed, double? Left, double Watched);

/// <summary>
/// Whether newcomers whom a leader welcomed within two days contribute more in the four weeks after. Compared from two
/// days on: who had left or contributed by then is left out, since they could not have been welcomed for what they did
/// before (Suissa 2008, American Journal of Epidemiology 167:492). An association: leaders may greet the promising.
/// </summary>
public static class Welcome
{
    /// <summary>The landmark, days.</summary>
    public const double Landmark = 2;

    private const double From = 3;
    private const double To = 30;

    /// <summary>The table, of those who could be watched for all thirty days.</summary>
    public static TwoByTwo EffectOf(IEnumerable<Newcomer> newcomers)
    {
        var table = new int[2, 2];
        foreach (var one in newcomers)
        {
            if (one.Watched < To || one.Left <= Landmark || one.Contributed.Any(day => day <= Landmark)) continue;
            var exposed = one.Welcomed <= Landmark ? 0 : 1;
            table[exposed, one.Contributed.Any(day => day is >= From and <= To) ? 0 : 1]++;
        }

        return new(table[0, 0], table[0, 1], table[1, 0], table[1, 1]);
    }
}
