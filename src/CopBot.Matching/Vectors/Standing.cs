using System.Numerics.Tensors;

namespace CopBot.Matching.Vectors;

/// <summary>How values stand among each other.</summary>
internal static class Standing
{
    /// <summary>
    /// In standard deviations above the mean; all 0 where nothing differs, and what is not a number counts as the mean.
    /// </summary>
    public static double[] Of(double[] values)
    {
        var known = Array.FindAll(values, value => !double.IsNaN(value));
        if (known.Length == 0) return new double[values.Length];
        var mean = TensorPrimitives.Average<double>(known);
        var deviation = TensorPrimitives.StdDev<double>(known);
        return Array.ConvertAll(
            values, value => deviation > 1e-9 && !double.IsNaN(value) ? (value - mean) / deviation : 0);
    }
}
