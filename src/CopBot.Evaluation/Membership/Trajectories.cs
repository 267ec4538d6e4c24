using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Membership;

/// <summary>How members move between the standings from one month to the next.</summary>
/// <param name="Moves">Counts, from (row) to (column), in the order of <see cref="Standing"/>.</param>
public sealed record Trajectories(IReadOnlyList<IReadOnlyList<int>> Moves)
{
    private static readonly int Kinds = Enum.GetValues<Standing>().Length;

    /// <summary>
    /// The chance of a move, drawn towards even by half a case in each direction, as far as moves of four standings
    /// can.
    /// </summary>
    public double ChanceOf(Standing from, Standing to) =>
        (Moves[(int)from][(int)to] + 0.5) / (Moves[(int)from].Sum() + (Kinds / 2.0));

    /// <summary>
    /// From peripheral to active or core: legitimate peripheral participation (Lave and Wenger 1991) in one number.
    /// </summary>
    public Proportion Inward => new(
        Moves[(int)Standing.Peripheral][(int)Standing.Active] + Moves[(int)Standing.Peripheral][(int)Standing.Core],
        Moves[(int)Standing.Peripheral].Sum());

    /// <summary>Counts the moves of all members over a row of months.</summary>
    /// <param name="months">
    /// For each month the standing of each member; null before they joined or after they left.
    /// </param>
    public static Trajectories Of(IEnumerable<Standing?[]> months)
    {
        var moves = Enumerable.Range(0, Kinds).Select(_ => new int[Kinds]).ToArray();
        Standing?[]? before = null;
        foreach (var after in months)
        {
            for (var member = 0; before is not null && member < after.Length; member++)
            {
                if (before[member] is { } from && after[member] is { } to) moves[(int)from][(int)to]++;
            }

            before = after;
        }

        return new(moves);
    }
}
