using System.Numerics.Tensors;
using CopBot.Pipeline.Assisting;
using Microsoft.Extensions.AI;

namespace CopBot.AzureOpenAI;

/// <summary>Vectors are checked where they come in: from here on they are trusted to be vectors.</summary>
internal static class Vectors
{
    private const int Longest = 8192;

    /// <exception cref="TextModelException">They are not what was asked for.</exception>
    public static IReadOnlyList<float[]> Checked(IReadOnlyList<Embedding<float>> answer, int wanted)
    {
        if (answer.Count != wanted) throw new TextModelException($"The model gave {answer.Count} vectors for {wanted} texts.");
        var vectors = answer.Select(embedding => embedding.Vector.ToArray()).ToList();
        var length = vectors[0].Length;
        if (length is 0 or > Longest || vectors.Exists(vector => vector.Length != length))
        {
            throw new TextModelException("The model gave vectors of several lengths, or of none.");
        }

        if (vectors.Exists(vector => !(TensorPrimitives.SumOfSquares(vector) is > 0 and < float.PositiveInfinity)))
        {
            throw new TextModelException("The model gave a vector without a direction.");
        }

        return vectors;
    }
}
