using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>
/// <c>metrics</c>: the measures themselves, on rankings whose figures are published. Source: Lei et al.,
/// Semi-supervised Question Retrieval with Gated Convolutions, NAACL 2016.
/// </summary>
internal static class MetricsCommand
{
    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A folder with dev.txt and test.txt." };
            var command = new Command("metrics", "Check the measures against known figures.") { data };
            command.SetAction(result => Run(result.GetValue(data)!));
            return command;
        }
    }

    private static int Run(DirectoryInfo folder)
    {
        var figures = new[] { "dev", "test" }.ToDictionary(
            name => name, name => Figures(Read(Path.Combine(folder.FullName, $"{name}.txt"))), StringComparer.Ordinal);
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return 0;
    }

    private static object Figures(IReadOnlyList<Ranking> rankings) => new
    {
        Map = Percent(rankings.Average(ranking => ranking.AveragePrecision)),
        Mrr = Percent(rankings.Average(ranking => ranking.ReciprocalRank(int.MaxValue))),
        P1 = Percent(rankings.Average(ranking => ranking.Precision(1))),
        P5 = Percent(rankings.Average(ranking => ranking.Precision(5))),
        Queries = rankings.Count,
    };

    /// <summary>Queries without a positive are left out.</summary>
    private static List<Ranking> Read(string file) =>
        [.. File.ReadLines(file).Select(ReadLine).Where(ranking => ranking.Positives > 0)];

    /// <summary>A line: query, positives, candidates, the candidates' scores.</summary>
    private static Ranking ReadLine(string line, int index)
    {
        if (line.Split('\t') is not [_, var positives, var candidates, var scores])
        {
            throw new FormatException($"Line {index + 1} has not four columns.");
        }

        var relevant = positives.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var ranked = candidates.Split(' ').Zip(scores.Split(' '), (id, score) => (id, Score: double.Parse(score, CultureInfo.InvariantCulture)))
            .OrderByDescending(candidate => candidate.Score).ToList();
        return new([.. ranked.Select(candidate => relevant.Contains(candidate.id))], ranked.Count(candidate => relevant.Contains(candidate.id)));
    }

    private static double Percent(double share) => Math.Round(100 * share, 2);
}
