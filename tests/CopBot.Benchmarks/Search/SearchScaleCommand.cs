using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CopBot.Benchmarks.Pace;
using CopBot.Matching.Index;
using CopBot.Matching.Similarity;
using CopBot.Testing.Engines;

namespace CopBot.Benchmarks.Search;

/// <summary>
/// <c>search-scale</c>: many notes, found by the product’s index, and by SQLite’s and PostgreSQL’s full text on the same
/// notes, question by question in turn.
/// </summary>
internal static class SearchScaleCommand
{
    private const int Portion = 5000;
    private const int WarmUp = 30;

    public static Command Command
    {
        get
        {
            var notes = new Option<int>("--notes") { DefaultValueFactory = _ => 1_000_000, Description = "0: only route." };
            var questions = new Option<int>("--questions") { DefaultValueFactory = _ => 300 };
            var members = new Option<int>("--members") { DefaultValueFactory = _ => 100_000 };
            var answers = new Option<int>("--answers") { DefaultValueFactory = _ => 1_000_000 };
            var command = new Command("search-scale", "Search among many notes, and route among many members.") { notes, questions, members, answers };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(notes), result.GetValue(questions), (result.GetValue(members), result.GetValue(answers)), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(
        int notes, int questions, (int Members, int Answers) large, CancellationToken cancel)
    {
        if (notes == 0)
        {
            var (alone, _) = await RoutingScale.MeasureAsync(new(), large.Members, large.Answers, questions, cancel);
            alone.Sort();
            Console.WriteLine(JsonSerializer.Serialize(
                new { routingMs = Quantiles.Median(alone), routingP99Ms = alone[(int)(alone.Count * 0.99)] }, JsonSerializerOptions.Web));
            return 0;
        }

        var folder = Directory.CreateTempSubdirectory("copbot-search-").FullName;
        var name = $"search_{Guid.NewGuid():N}";
        try
        {
            var source = new SyntheticNotes();
            var all = Enumerable.Range(0, notes).Select(source.Note);
            var before = Memory();
            var (buildPerSecond, learnSeconds) = Build(Path.Combine(folder, "index"), all, cancel);
            Say($"built {buildPerSecond:F0} notes a second, learnt in {learnSeconds:F0} s");
            var begun = Stopwatch.GetTimestamp();
            using var index = KnowledgeIndex.Open(Path.Combine(folder, "index"));
            index.Search(new("", source.Question(0, notes), "en"), 10);
            var startSeconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var freshness = Enumerable.Range(0, 30).Select(i => Freshness(index, i)).ToList();
            using var sqlite = new FullTextOfSqlite(Path.Combine(folder, "fts.db"), all);
            Say("SQLite is filled");
            await using var postgres = await FullTextOfPostgres.FillAsync(await TestEngine.CreateAsync(name), all, cancel);
            Say("PostgreSQL is filled");
            var (ours, lites, servers) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = -WarmUp; i < questions; i++)
            {
                var question = source.Question(i + WarmUp, notes);
                var (one, two, three) = (
                    Time(() => index.Search(new("", question, "en"), 10)),
                    Time(() => sqlite.Search(question)),
                    await TimeAsync(() => postgres.SearchAsync(question, cancel)));
                if (i < 0) continue;
                ours.Add(one);
                lites.Add(two);
                servers.Add(three);
            }

            var memory = Memory() - before;
            var (routing, routingIndex) = await RoutingScale.MeasureAsync(source, large.Members, large.Answers, questions, cancel);
            routing.Sort();
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    notes,
                    copbot = Figures(ours),
                    sqlite = Figures(lites),
                    postgres = Figures(servers),
                    indexMiB = Math.Round(SizeOf(Path.Combine(folder, "index")) / 1048576.0, 0),
                    buildPerSecond = Math.Round(buildPerSecond, 0),
                    learnSeconds = Math.Round(learnSeconds, 1),
                    memoryMiB = Math.Round(memory, 0),
                    startSeconds = Math.Round(startSeconds, 2),
                    freshnessMs = Math.Round(Quantiles.Median(freshness), 1),
                    routingMs = Math.Round(Quantiles.Median(routing), 1),
                    routingP99Ms = Math.Round(routing[(int)(routing.Count * 0.99)], 1),
                    routingIndexMiB = Math.Round(routingIndex, 0),
                },
                JsonSerializerOptions.Web));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            await TestEngine.DropNamedAsync(name);
        }
    }

    private static (double PerSecond, double LearnSeconds) Build(string folder, IEnumerable<KnownItem> notes, CancellationToken cancel)
    {
        using var index = KnowledgeIndex.Open(folder);
        var begun = Stopwatch.GetTimestamp();
        foreach (var portion in notes.Index().Chunk(Portion))
        {
            index.Apply(portion.Select(one => KeyValuePair.Create($"n{one.Index}", (KnownItem?)one.Item)), portion[^1].Index + 1);
            cancel.ThrowIfCancellationRequested();
        }

        index.Commit();
        var perSecond = index.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        begun = Stopwatch.GetTimestamp();
        index.Learn(20_000, Marks.None, cancel);
        return (perSecond, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>From a change to its being found, in milliseconds.</summary>
    private static double Freshness(KnowledgeIndex index, int number) => Time(() =>
    {
        var word = $"fresh{number}xq";
        index.Apply([KeyValuePair.Create($"fresh{number}", (KnownItem?)new KnownItem($"A note on {word}", "", [], "en"))], index.LastChange + 1);
        if (index.Search(new("", word, "en"), 1).Count != 1) throw new InvalidOperationException("What was taken in is not found.");
    });

    private static object Figures(List<double> times)
    {
        times.Sort();
        return new { p50Ms = Math.Round(times[times.Count / 2], 2), p99Ms = Math.Round(times[(int)(times.Count * 0.99)], 2) };
    }

    private static double Time(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static void Say(string words) => Console.Error.WriteLine(words);
}
