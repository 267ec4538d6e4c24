using System.Text.Json;

namespace CopBot.Matching.Threads;

/// <summary>A fitted model as a file: weights by name, so that one can read what counts.</summary>
public static class AnswerModelFile
{
    private const string Resource = "CopBot.Matching.Threads.answers.json";

    /// <summary>Weights smaller than this are left out: they change nothing.</summary>
    private const double Least = 0.01;

    private static readonly Lazy<AnswerModel> Origin = new(ReadShipped);

    /// <summary>What ships with CopBot; its file says what it was fitted on and how to fit it again.</summary>
    public static AnswerModel Shipped => Origin.Value;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="origin">What it was fitted on, and by which command.</param>
    /// <param name="to">Where to.</param>
    public static void Write(AnswerModel model, string origin, Stream to)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (means, deviations, weights) = model.Figures;
        var features = Names().Select((name, i) => new FeatureRow(
            name, Round(means[i]), Round(deviations[i]), Round(weights[i]))).ToList();
        var words = model.Words.Weights.Where(pair => Math.Abs(pair.Value) >= Least)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 2), StringComparer.Ordinal);
        var row = new ModelRow(origin, Round(weights[^1]), features, Round(model.Words.Bias), words);
        JsonSerializer.Serialize(to, row, JsonSerializerOptions.Web);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="from">Where from.</param>
    /// <exception cref="FormatException">The file is of another version, or no such file.</exception>
    public static AnswerModel Read(Stream from)
    {
        var row = JsonSerializer.Deserialize<ModelRow>(from, JsonSerializerOptions.Web)
            ?? throw new FormatException("The file of the answer model is empty.");
        if (!row.Features.Select(feature => feature.Name).SequenceEqual(Names(), StringComparer.Ordinal))
        {
            throw new FormatException("The answer model was fitted by another version: its features are not today's. Fit it again.");
        }

        return new(
            new(row.Words, row.WordBias),
            [.. row.Features.Select(feature => feature.Mean)],
            [.. row.Features.Select(feature => feature.Deviation)],
            [.. row.Features.Select(feature => feature.Weight), row.Bias]);
    }

    private static AnswerModel ReadShipped()
    {
        using var stream = typeof(AnswerModelFile).Assembly.GetManifestResourceStream(Resource)!;
        return Read(stream);
    }

    /// <summary>Each value as it is, then as it stands among its siblings.</summary>
    private static IEnumerable<string> Names() =>
        ReplyFeatures.Names.Concat(ReplyFeatures.Names.Select(name => $"{name}, among siblings"));

    private static double Round(double value) => Math.Round(value, 5);

    private sealed record ModelRow(
        string Origin,
        double Bias,
        IReadOnlyList<FeatureRow> Features,
        double WordBias,
        Dictionary<string, double> Words);

    private sealed record FeatureRow(string Name, double Mean, double Deviation, double Weight);
}
