using System.Numerics.Tensors;

namespace CopBot.Matching.Vectors;

/// <summary>How values stand among each other.</summary>
internal static class Standing
{
    /// <summary>In standard deviations above the mean; all 0 where nothing differs.</summary>
    public static double[] Of(double[] values)
    {
        if (values.Length == 0) return values;
        var mean = TensorPrimitives.Average<double>(values);
        var deviation = TensorPrimitives.StdDev<double>(values);
        return Array.ConvertAll(values, value => deviation > 1e-9 ? (value - mean) / deviation : 0);
    }
}
