using System.CommandLine;
using System.Text.Json;
using CopBot.Matching.Threads;

namespace CopBot.Benchmarks.Retrieval;

/// <summary><c>thread</c>: which reply answers.</summary>
internal static class ThreadCommand
{
    private const string Origin =
        "Fitted on SemEval-2016 task 3, train part 2 (Nakov et al. 2016), without the threads that dev shares, by: "
        + "dotnet run -c Release --project tests/CopBot.Benchmarks -- thread --data <dev>/thread --fit <train2>/thread --save <this file>";

    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A folder with comments.jsonl and qrels.tsv." };
            var fit = new Option<DirectoryInfo>("--fit") { Description = "Fit on this folder instead of using what is shipped; threads that are in both are left out." };
            var save = new Option<FileInfo>("--save") { Description = "Write what was fitted: src/CopBot.Matching/Threads/answers.json is what ships." };
            var language = new Option<string>("--language") { DefaultValueFactory = _ => "en", Description = "What they are written in." };
            var command = new Command("thread", "Find the reply that answers.") { data, fit, save, language };
            command.SetAction(result => Run(
                result.GetValue(data)!, result.GetValue(fit), result.GetValue(save), result.GetValue(language)!));
            return command;
        }
    }

    private static int Run(DirectoryInfo folder, DirectoryInfo? fit, FileInfo? save, string language)
    {
        var set = ThreadSet.Read(folder, language);
        var model = fit is null ? AnswerModelFile.Shipped : Fit(ThreadSet.Read(fit, language), set);
        if (fit is not null && save is not null)
        {
            using var file = save.Create();
            AnswerModelFile.Write(model, Origin, file);
        }

        var rankings = set.Threads.ConvertAll(thread =>
        {
            var rates = model.Rate(thread.Text, set.Model);
            return new Ranking(
                [.. thread.Good.Zip(rates).OrderByDescending(pair => pair.Second).Select(pair => pair.First)],
                thread.Good.Count(good => good));
        });
        Console.WriteLine(JsonSerializer.Serialize(RankingFigures.Of(rankings), JsonSerializerOptions.Web));
        return 0;
    }

    /// <summary>Threads that are in both sets, be it under another name, would be known by heart.</summary>
    private static AnswerModel Fit(ThreadSet training, ThreadSet judged)
    {
        var known = judged.Threads.Select(thread => Normal(thread.Asked)).ToHashSet(StringComparer.Ordinal);
        var threads = training.Threads.Where(thread => !known.Contains(Normal(thread.Asked))).ToList();
        Console.Error.WriteLine($"{training.Threads.Count - threads.Count} of {training.Threads.Count} threads are judged ones and left out");
        return AnswerTraining.Fit([.. threads.Select(thread => (thread.Text, thread.Good))], training.Model);
    }

    private static string Normal(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
