using CopBot.Evaluation.Privacy;

namespace CopBot.Evaluation.Tests;

public sealed class SmallCells
{
    [Fact]
    public void one_small_count_hides_those_that_would_give_it_away()
    {
        // Of organisation A two lead: 2 + 7, 4… with both margins one table of two by two needs all four.
        var table = SuppressedTable.Of([[2, 7], [12, 6]]);

        table[0, 0].ShouldBeNull();
        table[0, 1].ShouldBeNull();
        table[1, 0].ShouldBeNull();
        table[1, 1].ShouldBeNull();
        table[2, 2].ShouldBe(27);
        table.Hidden.ShouldBe(4);
    }

    [Fact]
    public void large_counts_are_all_shown() => SuppressedTable.Of([[5, 7], [12, 6]]).Hidden.ShouldBe(0);

    [Fact]
    public void nobody_is_a_small_count_too()
    {
        var table = SuppressedTable.Of([[0, 20, 30], [40, 50, 60]]);

        table[0, 0].ShouldBeNull();
        table[0, 1].ShouldBeNull();
    }

    [Fact]
    public void of_ten_thousand_tables_none_gives_a_small_count_away()
    {
        var random = new Random(552);
        var (hidden, all) = (0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var (rows, columns, most) = (random.Next(1, 7), random.Next(1, 7), random.Next(1, 60));
            int[][] counts = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns)
                .Select(_ => random.NextDouble() < 0.15 ? random.Next(5) : (int)(most * Math.Pow(random.NextDouble(), 2))).ToArray())];
            var table = SuppressedTable.Of(counts);
            hidden += table.Hidden;
            all += (rows + 1) * (columns + 1);

            foreach (var (row, column) in Computable(table)) Count(counts, row, column).ShouldBeGreaterThanOrEqualTo(5);
        }

        // It would be easy, and useless, to hide everything.
        ((double)hidden / all).ShouldBeLessThan(0.75);
    }

    [Fact]
    public void small_tables_have_another_reading_without_negative_counts()
    {
        var random = new Random(17);
        for (var round = 0; round < 100; round++)
        {
            int[][] counts = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 2).Select(_ => random.Next(9)).ToArray())];
            var table = SuppressedTable.Of(counts);
            var readings = Readings(table).ToList();

            readings.ShouldContain(reading => Enumerable.Range(0, 4).All(i => reading[i] == counts[i / 2][i % 2]));
            for (var place = 0; place < 4; place++)
            {
                if (counts[place / 2][place % 2] < 5) readings.Select(reading => reading[place]).Distinct().Count().ShouldBeGreaterThan(1);
            }
        }
    }

    /// <summary>All tables of two by two that say what is shown.</summary>
    private static IEnumerable<int[]> Readings(SuppressedTable table)
    {
        for (var code = 0; code < 14 * 14 * 14 * 14; code++)
        {
            int[] cells = [code % 14, code / 14 % 14, code / 196 % 14, code / 2744];
            int[][] counts = [[cells[0], cells[1]], [cells[2], cells[3]]];
            var fits = true;
            for (var row = 0; row <= 2; row++)
            {
                for (var column = 0; column <= 2; column++)
                {
                    if (table[row, column] is { } shown && shown != Count(counts, row, column)) fits = false;
                }
            }

            if (fits) yield return cells;
        }
    }

    private static int Count(int[][] counts, int row, int column) => counts.Where((_, r) => row == counts.Length || r == row)
        .Sum(line => line.Where((_, c) => column == line.Length || c == column).Sum());

    /// <summary>
    /// What is shown are equations in the counts. What is a sum of them can be computed. Solved modulo a prime, without
    /// rounding.
    /// </summary>
    private static IEnumerable<(int Row, int Column)> Computable(SuppressedTable table)
    {
        var (rows, columns) = (table.Rows, table.Columns);
        long[] Equation(int row, int column) => [.. Enumerable.Range(0, rows * columns).Select(place =>
            (row == rows || row == place / columns) && (column == columns || column == place % columns) ? 1L : 0L)];
        var places = Enumerable.Range(0, rows + 1).SelectMany(row => Enumerable.Range(0, columns + 1).Select(column => (row, column))).ToList();
        var known = new List<long[]>();
        foreach (var (row, column) in places.Where(place => table[place.row, place.column] is not null))
        {
            if (Reduce(Equation(row, column), known) is { } equation) known.Add(equation);
        }

        return places.Where(place => Reduce(Equation(place.row, place.column), known) is null);
    }

    /// <summary>What is left of an equation once the known ones are taken off, its first factor 1; null if nothing is.</summary>
    private static long[]? Reduce(long[] equation, List<long[]> known)
    {
        const long prime = int.MaxValue;
        foreach (var one in known)
        {
            var first = Array.FindIndex(one, factor => factor != 0);
            var factor = equation[first];
            for (var i = 0; factor != 0 && i < equation.Length; i++) equation[i] = (equation[i] + ((prime - factor) * one[i])) % prime;
        }

        var lead = Array.FindIndex(equation, factor => factor != 0);
        if (lead < 0) return null;
        var inverse = (long)System.Numerics.BigInteger.ModPow(equation[lead], prime - 2, prime);
        return [.. equation.Select(factor => factor * inverse % prime)];
    }
}
