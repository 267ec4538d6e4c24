namespace CopBot.Evaluation.Privacy;

/// <summary>
/// A table of counts of people with its totals, of which only so much is shown that no count below five can be computed
/// from the rest. What is hidden because it is small and what is hidden to protect it look the same.
/// </summary>
/// <remarks>
/// Rows and columns, the totals among them, are the nodes of a graph, hidden counts its edges. A hidden count can be
/// computed from what is shown exactly if it lies on no circle of hidden counts along which one can be added here and
/// taken away there (Gusfield 1988, SIAM Journal on Computing 17:552). So each small count gets the circle that hides
/// least; no count on it goes below 0, or the reader would rule it out.
/// </remarks>
public sealed class SuppressedTable
{
    /// <summary>Counts below this are hidden.</summary>
    public const int Least = 5;

    private readonly long[,] _counts;
    private readonly bool[,] _hidden;

    private SuppressedTable(long[,] counts)
    {
        _counts = counts;
        _hidden = new bool[counts.GetLength(0), counts.GetLength(1)];
    }

    /// <summary>Rows without that of the totals.</summary>
    public int Rows => _counts.GetLength(0) - 1;

    /// <summary>Columns without that of the totals.</summary>
    public int Columns => _counts.GetLength(1) - 1;

    /// <summary>How many counts, totals included, are not shown.</summary>
    public int Hidden => _hidden.Cast<bool>().Count(hidden => hidden);

    /// <summary>
    /// A count; null where it is hidden. The row after the last and the column after the last are totals.
    /// </summary>
    public long? this[int row, int column] => _hidden[row, column] ? null : _counts[row, column];

    /// <summary>Decides what is shown.</summary>
    /// <param name="counts">Without totals; none negative; each row as long.</param>
    public static SuppressedTable Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var table = new SuppressedTable(WithTotals(counts));
        foreach (var (row, column) in table.Small()) table._hidden[row, column] = true;
        foreach (var (row, column) in table.Small()) table.Protect(row, column);
        return table;
    }

    private static long[,] WithTotals(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var (rows, columns) = (counts.Count, counts.Count == 0 ? 0 : counts[0].Count);
        var all = new long[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                all[row, column] = counts[row][column];
                all[row, columns] += counts[row][column];
                all[rows, column] += counts[row][column];
                all[rows, columns] += counts[row][column];
            }
        }

        return all;
    }

    private List<(int Row, int Column)> Small() =>
    [
        .. Enumerable.Range(0, Rows + 1).SelectMany(row =>
            Enumerable.Range(0, Columns + 1).Select(column => (row, column)))
            .Where(place => _counts[place.row, place.column] < Least),
    ];

    private void Protect(int row, int column)
    {
        var (adding, taking) = (CircleOf(row, column, adds: true), CircleOf(row, column, adds: false));
        var best = taking is null || adding?.Cost <= taking.Cost ? adding : taking;

        // Without any circle (a table of one line) everything is hidden.
        var circle = best?.Places ?? [.. Enumerable.Range(0, Rows + 1)
            .SelectMany(r => Enumerable.Range(0, Columns + 1).Select(c => (r, c)))];
        foreach (var (r, c) in circle) _hidden[r, c] = true;
    }

    /// <summary>
    /// The cheapest way from the count's column back to its row, over other counts, by turns taken from and added to.
    /// </summary>
    private Circle? CircleOf(int row, int column, bool adds)
    {
        if (!Moves(row, column, adds)) return null;
        var (rows, columns) = (Rows + 1, Columns + 1);
        var cost = new double[rows + columns];
        var from = new int[rows + columns];
        Array.Fill(cost, double.PositiveInfinity);
        cost[rows + column] = 0;
        var open = new PriorityQueue<int, double>();
        open.Enqueue(rows + column, 0);
        while (open.TryDequeue(out var node, out var so))
        {
            if (so > cost[node]) continue;
            var (isRow, others) = (node < rows, node < rows ? columns : rows);
            for (var other = 0; other < others; other++)
            {
                var (r, c) = isRow ? (node, other) : (other, node - rows);
                var next = isRow ? rows + other : other;

                // From a column to a row goes what undoes the first step; from a row to a column what repeats it.
                if ((r == row && c == column) || !Moves(r, c, isRow == adds)) continue;
                var price = so + PriceOf(r, c);
                if (price >= cost[next]) continue;
                (cost[next], from[next]) = (price, node);
                open.Enqueue(next, price);
            }
        }

        if (double.IsInfinity(cost[row])) return null;
        var places = new List<(int, int)>();
        for (var node = row; node != rows + column; node = from[node])
        {
            places.Add(node < rows ? (node, from[node] - rows) : (from[node], node - rows));
        }

        return new(cost[row], places);
    }

    /// <summary>
    /// Whether one can be added to a count, or taken away. Totals stand on the other side of the equation.
    /// </summary>
    private bool Moves(int row, int column, bool adds) =>
        adds != (row == Rows ^ column == Columns) || _counts[row, column] > 0;

    /// <summary>
    /// Hidden already costs nothing; else rather few people than many, and rather a count than a total.
    /// </summary>
    private double PriceOf(int row, int column) => _hidden[row, column] ? 1e-6
        : (1 + Math.Log2(1 + _counts[row, column])) * (row == Rows || column == Columns ? 3 : 1);

    private sealed record Circle(double Cost, IReadOnlyList<(int Row, int Column)> Places);
}
