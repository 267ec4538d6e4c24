using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CopBot.Matching.Detection;

namespace CopBot.Benchmarks.LanguageOf;

/// <summary><c>language</c>: in which of several languages something is written, without knowing who writes.</summary>
internal static class LanguageCommand
{
    private static readonly (string Folder, string Name)[] Kinds =
        [("sentences", "sentences"), ("word-pairs", "wordPairs"), ("single-words", "singleWords")];

    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data")
            {
                Required = true, Description = "A folder with sentences, word-pairs and single-words, a file a language, a text a line.",
            };
            var command = new Command("language", "Detect languages.") { data };
            command.SetAction(result => Run(result.GetValue(data)!));
            return command;
        }
    }

    private static int Run(DirectoryInfo folder)
    {
        string[] codes = [.. new DirectoryInfo(Path.Combine(folder.FullName, Kinds[0].Folder)).GetFiles("*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal)];
        var texts = Kinds.ToDictionary(kind => kind.Name, kind => codes.ToDictionary(
            code => code, code => File.ReadAllLines(Path.Combine(folder.FullName, kind.Folder, $"{code}.txt"))));
        var before = Memory();
        var detection = LanguageDetection.Among(codes);
        detection.Of("warm up");
        var times = new List<double>();
        var shares = texts.ToDictionary(kind => kind.Key, kind => kind.Value.ToDictionary(
            pair => pair.Key, pair => Share(detection, pair.Key, pair.Value, times), StringComparer.Ordinal), StringComparer.Ordinal);
        times.Sort();
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                sentences = Mean(shares["sentences"]),
                wordPairs = Mean(shares["wordPairs"]),
                singleWords = Mean(shares["singleWords"]),
                p99Ms = Math.Round(times[(int)(times.Count * 0.99)], 3),
                memoryMiB = Math.Round(Memory() - before, 1),
                byLanguage = codes.ToDictionary(
                    code => code, code => shares.ToDictionary(kind => kind.Key, kind => Math.Round(kind.Value[code], 1))),
            },
            JsonSerializerOptions.Web));
        return 0;
    }

    private static double Share(LanguageDetection detection, string code, string[] texts, List<double> times)
    {
        var right = 0;
        foreach (var text in texts)
        {
            var begun = Stopwatch.GetTimestamp();
            if (detection.Of(text) == code) right++;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return 100.0 * right / texts.Length;
    }

    private static double Mean(Dictionary<string, double> shares) => Math.Round(shares.Values.Average(), 2);

    /// <summary>What the process holds, in MiB.</summary>
    private static double Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
