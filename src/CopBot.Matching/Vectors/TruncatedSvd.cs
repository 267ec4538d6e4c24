using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace CopBot.Matching.Vectors;

/// <summary>
/// The greatest singular values of a sparse matrix and the right vectors that belong to them, by random projection.
/// Source: Halko, Martinsson, Tropp: Finding structure with randomness, SIAM Review 53 (2011), algorithm 4.4.
/// </summary>
internal static class TruncatedSvd
{
    private const int Oversampling = 10;
    private const int PowerIterations = 3;

    /// <summary>
    /// The matrix V, one row for each column of the matrix, and the singular values. The same matrix always gives the
    /// same vectors.
    /// </summary>
    public static (float[][] Right, float[] Values) Of(SparseMatrix matrix, int rank)
    {
        var width = Math.Min(rank + Oversampling, Math.Min(matrix.Rows.Count, matrix.Columns));
        if (width == 0) return ([.. Enumerable.Range(0, matrix.Columns).Select(_ => Array.Empty<float>())], []);
        var basis = Noise(matrix.Columns, width);
        for (var i = 0; i < PowerIterations; i++)
        {
            basis = Orthonormal(basis, width);
            basis = matrix.TurnedTimes(matrix.Times(basis, width), width);
        }

        basis = Orthonormal(basis, width);
        var (vectors, squares) = Eigen(Gram(matrix.Times(basis, width), width));
        var kept = Math.Min(rank, width);
        var right = Times(basis, vectors, kept);
        return (right, [.. squares.Take(kept).Select(square => (float)Math.Sqrt(Math.Max(0, square)))]);
    }

    private static float[][] Noise(int rows, int width)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, rows).Select(_ =>
            Enumerable.Range(0, width).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray())];
    }

    /// <summary>The same column space with columns of length one, each at right angles to all others.</summary>
    private static float[][] Orthonormal(float[][] columns, int width)
    {
        // Twice is enough: Parlett, The Symmetric Eigenvalue Problem, 6.9.
        for (var i = 0; i < 2; i++)
        {
            var (vectors, squares) = Eigen(Gram(columns, width));
            var floor = squares[0] * 1e-12;
            for (var column = 0; column < width; column++)
            {
                var scale = squares[column] > floor ? 1 / Math.Sqrt(squares[column]) : 0;
                for (var row = 0; row < width; row++) vectors[row, column] *= scale;
            }

            columns = Times(columns, vectors, width);
        }

        return columns;
    }

    private static double[,] Gram(float[][] columns, int width)
    {
        var gram = new double[width, width];
        var wide = new double[width];
        var sums = Enumerable.Range(0, width).Select(_ => new double[width]).ToArray();
        foreach (var row in columns)
        {
            TensorPrimitives.ConvertTruncating<float, double>(row, wide);
            for (var i = 0; i < width; i++)
            {
                if (wide[i] != 0) TensorPrimitives.MultiplyAdd(wide, wide[i], sums[i], sums[i]);
            }
        }

        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < width; j++) gram[i, j] = sums[i][j];
        }

        return gram;
    }

    /// <summary>Greatest first.</summary>
    private static (double[,] Vectors, double[] Values) Eigen(double[,] symmetric)
    {
        var width = symmetric.GetLength(0);
        var found = Matrix<double>.Build.DenseOfArray(symmetric).Evd(Symmetricity.Symmetric);
        var vectors = new double[width, width];
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row < width; row++) vectors[row, column] = found.EigenVectors[row, width - 1 - column];
        }

        return (vectors, [.. found.EigenValues.Select(value => value.Real).Reverse()]);
    }

    private static float[][] Times(float[][] rows, double[,] matrix, int kept)
    {
        var width = matrix.GetLength(0);
        var byRow = new float[width][];
        for (var row = 0; row < width; row++)
        {
            byRow[row] = [.. Enumerable.Range(0, kept).Select(column => (float)matrix[row, column])];
        }

        return Array.ConvertAll(rows, row =>
        {
            var product = new float[kept];
            for (var i = 0; i < width; i++) TensorPrimitives.MultiplyAdd(byRow[i], row[i], product, product);
            return product;
        });
    }
}
