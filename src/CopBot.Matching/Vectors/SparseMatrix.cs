using System.Numerics.Tensors;

namespace CopBot.Matching.Vectors;

/// <summary>A matrix of which little is not zero, by rows.</summary>
/// <param name="Rows">Each row's columns and values, in the order of columns.</param>
/// <param name="Columns">How many columns there are.</param>
internal sealed record SparseMatrix(IReadOnlyList<SparseVector> Rows, int Columns)
{
    /// <summary>This times a dense matrix given by rows.</summary>
    public float[][] Times(float[][] dense, int width)
    {
        var product = new float[Rows.Count][];
        for (var row = 0; row < product.Length; row++)
        {
            product[row] = new float[width];
            var (at, values) = (Rows[row].At, Rows[row].Values);
            for (var i = 0; i < at.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(dense[at[i]], values[i], product[row], product[row]);
            }
        }

        return product;
    }

    /// <summary>This, turned, times a dense matrix given by rows.</summary>
    public float[][] TurnedTimes(float[][] dense, int width)
    {
        var product = new float[Columns][];
        for (var column = 0; column < Columns; column++) product[column] = new float[width];
        for (var row = 0; row < Rows.Count; row++)
        {
            var (at, values) = (Rows[row].At, Rows[row].Values);
            for (var i = 0; i < at.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(dense[row], values[i], product[at[i]], product[at[i]]);
            }
        }

        return product;
    }
}

/// <summary>A vector of which little is not zero.</summary>
/// <param name="At">The places of what is not zero, ascending.</param>
/// <param name="Values">What stands there.</param>
internal readonly record struct SparseVector(int[] At, float[] Values)
{
    /// <summary>The product with another; of two of length one, their cosine.</summary>
    public float Dot(SparseVector other)
    {
        var (sum, mine, theirs) = (0f, 0, 0);
        while (mine < At.Length && theirs < other.At.Length)
        {
            var order = At[mine] - other.At[theirs];
            if (order == 0) sum += Values[mine] * other.Values[theirs];
            if (order <= 0) mine++;
            if (order >= 0) theirs++;
        }

        return sum;
    }
}
