using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Report;
using CopBot.Host.Evaluating;
using CopBot.Testing.Evaluation;

namespace CopBot.Benchmarks.Evaluating;

/// <summary>
/// <c>evaluate-scale</c>: the data of a report on a large made-up community beside a script for R over the same rows, by
/// turns; how fast a log is verified; how long the digest of a week takes. Reading is timed on neither side.
/// </summary>
internal static class EvaluateScaleCommand
{
    public static Command Command
    {
        get
        {
            var members = new Option<int>("--members") { DefaultValueFactory = _ => 100_000 };
            var events = new Option<int>("--events") { DefaultValueFactory = _ => 1_000_000 };
            var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
            var digest = new Option<bool>("--no-digest") { Description = "Leave the digest out: its database takes minutes." };
            var command = new Command("evaluate-scale", "A report, a log and a digest of a large community.")
            {
                members, events, rounds, digest,
            };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(members), result.GetValue(events), result.GetValue(rounds), !result.GetValue(digest), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int members, int events, int rounds, bool digest, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("copbot-evaluate-");
        try
        {
            // From rows to figures on both sides: who is who among the names is part of it.
            var made = new SyntheticCommunity(members, (int)((events - members) / 3.0), days: 1_826, seed: 6);
            var history = HistoryOf(made, events);
            Console.WriteLine($"{history.Exchange.Members.Count} members, {history.Exchange.Questions.Count} questions, {history.Exchange.Answers.Count} answers");
            VerificationFolder.Write(folder, new(history.Exchange, null, null, null));
            Console.WriteLine("written");
            var (own, peers, ratios) = (new List<double>(), new List<double>(), new List<double>());
            var memory = 0.0;
            for (var round = 0; round < rounds; round++)
            {
                GC.Collect();
                var watch = Stopwatch.StartNew();
                var report = ReportData.Of(history with { Exchange = made.Exchange });
                own.Add(watch.Elapsed.TotalSeconds);
                memory = Math.Max(memory, Environment.WorkingSet / 1048576.0);
                var text = JsonSerializer.Serialize(report.Find("gini"));
                peers.Add(await PeerAsync(folder, cancel));
                ratios.Add(peers[^1] / own[^1]);
                Console.WriteLine($"report {own[^1]:F2} s, R {peers[^1]:F2} s, {memory:F0} MiB; gini {text}");
            }

            var verify = await LogSpeed.MeasureAsync(folder, events, cancel);
            var digestSeconds = digest ? await DigestSpeed.MeasureAsync(members, events - members, cancel) : (double?)null;
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                ratio = Median(ratios), ratioLow = ratios.Min(), ratioHigh = ratios.Max(), seconds = Median(own),
                peerSeconds = Median(peers), memoryMiB = Math.Round(memory), verifyEventsPerSecond = verify, digestSeconds,
                members, events,
            }));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Every member joins once; of every question come the question, two answers or so, and what became of them.</summary>
    private static History HistoryOf(SyntheticCommunity made, int events) =>
        new(new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), made.Days, made.Exchange) { Entries = events };

    private static async Task<double> PeerAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("Rscript", [Path.Combine(folder.FullName, "measures.R"), folder.FullName])
        {
            RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var r = Process.Start(start)!;
        var output = await r.StandardOutput.ReadToEndAsync(cancel);
        await r.WaitForExitAsync(cancel);
        Console.Write(output);
        var line = output.Split('\n').First(line => line.Contains("figures recomputed", StringComparison.Ordinal));
        return double.Parse(line.Split(',')[^1].Replace("s", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
