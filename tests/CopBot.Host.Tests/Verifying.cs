using System.Diagnostics;
using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Survival;
using CopBot.Host.Evaluating;
using CopBot.Testing.Evaluation;

namespace CopBot.Host.Tests;

/// <summary>What CopBot computes, R computes again with packages of its own.</summary>
public sealed class Verifying : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verify");

    [Theory]
    [InlineData(60, 150, 1)]
    [InlineData(400, 1_500, 2)]
    public async Task r_finds_the_same_figures_for_a_community(int members, int questions, int seed)
    {
        VerificationFolder.Write(_folder, RowsOf(members, questions, seed));

        var (exit, output) = await RunAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        output.ShouldContain(" 0 missing");
        exit.ShouldBe(0, output);
    }

    [Fact]
    public async Task r_finds_a_figure_that_is_wrong()
    {
        VerificationFolder.Write(_folder, RowsOf(30, 60, 3));
        var path = Path.Combine(_folder.FullName, "figures.csv");
        var lines = await File.ReadAllLinesAsync(path);
        var place = Array.FindIndex(lines, line => line.StartsWith("community.gini_contributions,", StringComparison.Ordinal));
        lines[place] = "community.gini_contributions,0.4242";
        await File.WriteAllLinesAsync(path, lines);

        var (exit, output) = await RunAsync();

        exit.ShouldBe(1, output);
        output.ShouldContain("community.gini_contributions");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static MeasuredRows RowsOf(int members, int questions, int seed)
    {
        var random = new Random(seed);
        var months = Enumerable.Range(1, 40).Select(t => new MonthRow(
            t, t > 17 ? 1 : 0, Math.Max(0, t - 17), random.Next(50), random.Next(20, 60), random.Next(20, 50), random.Next(30),
            random.Next(15))).ToArray();
        var ties = Enumerable.Range(0, members * 2).Select(_ => ($"{random.Next(members)}", $"{random.Next(members)}")).ToArray();
        var watched = Enumerable.Range(0, members).Select(n => (
            new Observation(random.Next(1, 20), random.NextDouble() < 0.7), n % 2 == 0 ? "control" : "new")).ToArray();
        return new(new SyntheticCommunity(members, questions, 400, seed).Exchange, months, ties, watched);
    }

    private async Task<(int Exit, string Output)> RunAsync()
    {
        var start = new ProcessStartInfo("Rscript", [Path.Combine(_folder.FullName, "measures.R"), _folder.FullName])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var r = Process.Start(start)!;
        var (output, error) = (r.StandardOutput.ReadToEndAsync(), r.StandardError.ReadToEndAsync());
        await r.WaitForExitAsync();
        return (r.ExitCode, await output + await error);
    }
}
