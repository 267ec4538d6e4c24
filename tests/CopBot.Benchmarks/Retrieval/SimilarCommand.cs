using System.CommandLine;
using System.Text.Json;
using CopBot.Matching.Similarity;
using CopBot.Testing.Fakes.OpenAI;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>
/// <c>similar</c>: finds judged similar questions with the product’s default weights. Nothing is fitted; what is learnt
/// of words comes from the folder’s own documents, never from its queries or judgements.
/// </summary>
internal static class SimilarCommand
{
    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo[]>("--data")
            {
                Required = true, AllowMultipleArgumentsPerToken = true, Description = "Folders with queries.jsonl, corpus.jsonl, qrels.tsv; several are pooled.",
            };
            var without = new Option<bool>("--without-search-rank") { Description = "Don’t use the search engine’s rank." };
            var language = new Option<string>("--language") { DefaultValueFactory = _ => "en", Description = "What they are written in." };
            var fit = new Option<bool>("--fit-confidence") { Description = "Fit when to show something at once, and print the weights." };
            var calibration = new Option<FileInfo>("--calibration") { Description = "Draw how often what is shown with some confidence is right." };
            var embeddings = new Option<HostileAnswer?>("--embeddings") { Description = "With vectors of the local server: None for one that works, or how it lies (Random, AllAlike)." };
            var command = new Command("similar", "Find similar questions.") { data, without, language, fit, calibration, embeddings };
            command.SetAction(async (result, _) => await RunAsync(
                result.GetValue(data)!,
                (result.GetValue(without), result.GetValue(embeddings)),
                result.GetValue(language)!,
                result.GetValue(fit),
                result.GetValue(calibration)));
            return command;
        }
    }

    private static async Task<int> RunAsync(
        DirectoryInfo[] folders, (bool WithoutRank, HostileAnswer? Embeddings) how, string language, bool fit, FileInfo? picture)
    {
        var sets = new Dictionary<string, List<Judgement>>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var set = RetrievalSet.Read(folder, language);
            Console.Error.WriteLine($"{set.Name}: {set.Items.Count} items, {set.Queries.Count} queries");
            if (how.Embeddings is { } embeddings) await Embeddings.AddAsync(set, embeddings);
            sets[set.Name] = Judge(set, how.WithoutRank);
        }

        var figures = Figures([.. sets.Values.SelectMany(judgements => judgements)]);
        figures["sets"] = sets.ToDictionary(pair => pair.Key, pair => Figures(pair.Value), StringComparer.Ordinal);
        var all = sets.Values.SelectMany(judgements => judgements).ToList();
        var confidence = fit ? Confidence.Fit([.. all.Select(one => one.Found)], Calibration.Precision) : Confidence.Shipped;
        if (fit) Console.WriteLine($"[{string.Join(", ", confidence.Weights.Select(weight => Math.Round(weight, 3)))}], {Math.Round(confidence.Threshold, 4)}");
        figures["instantAnswers"] = sets.ToDictionary(
            pair => pair.Key,
            pair => Calibration.Figures(confidence, [.. pair.Value.Select(one => one.Found)]),
            StringComparer.Ordinal);
        if (picture is not null) Calibration.Draw(confidence, [.. all.Select(one => one.Found)], picture);
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return 0;
    }

    private static List<Judgement> Judge(RetrievalSet set, bool withoutRank)
    {
        var model = SimilarityModel.Learn([.. set.Items.Values]);
        var known = new KnownItems<string>(model, set.Items.Select(pair => (pair.Key, pair.Value)));
        return set.Queries.ConvertAll(query => set.Candidates is null
            ? Ranked(set, model, known, query)
            : Among(set, known, query, set.Candidates.GetValueOrDefault(query.Id, []), withoutRank));
    }

    private static Judgement Among(
        RetrievalSet set,
        KnownItems<string> known,
        (string Id, SoughtText Text) query,
        List<(string Key, int Rank)> candidates,
        bool withoutRank)
    {
        var relevant = set.RelevantOf(query.Id);
        var given = candidates.ToDictionary(c => c.Key, c => withoutRank ? 0.0 : -c.Rank, StringComparer.Ordinal);
        var found = known.Rank(query.Text, given);
        return new(
            new([.. found.Select(match => relevant.Contains(match.Key))], relevant.Count),
            [.. found.Select(match => (match.Signals, relevant.Contains(match.Key)))],
            new([.. candidates.OrderBy(c => c.Rank).Select(c => relevant.Contains(c.Key))], relevant.Count));
    }

    /// <summary>Over all documents; of several answers to one question, those first that fit best.</summary>
    private static Judgement Ranked(
        RetrievalSet set, SimilarityModel model, KnownItems<string> known, (string Id, SoughtText Text) query)
    {
        var relevant = set.RelevantOf(query.Id);
        var found = known.Search(query.Text);
        var ids = found.SelectMany(match => set.Judged[match.Key].Count == 1
            ? set.Judged[match.Key]
            : set.Judged[match.Key].Zip(model.FitsOfAnswers(query.Text, set.Items[match.Key]))
                .OrderByDescending(pair => pair.Second).Select(pair => pair.First));
        return new(
            new([.. ids.Select(relevant.Contains)], relevant.Count),
            [.. found.Select(match => (match.Signals, set.Judged[match.Key].Exists(relevant.Contains)))],
            null);
    }

    private static Dictionary<string, object> Figures(IReadOnlyList<Judgement> judgements)
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["map"] = Math.Round(judgements.Average(one => one.Precision(one.Ours)), 4),
            ["mrr"] = Math.Round(judgements.Average(one => one.Ours.ReciprocalRank(10)), 4),
            ["p1"] = Math.Round(judgements.Average(one => one.Ours.Precision(1)), 4),
            ["p5"] = Math.Round(judgements.Average(one => one.Ours.Precision(5)), 4),
            ["queries"] = judgements.Count,
        };
        if (judgements.All(one => one.SearchEngine is null)) return figures;
        var gains = judgements.Where(one => one.SearchEngine is not null)
            .Select(one => one.Precision(one.Ours) - one.Precision(one.SearchEngine!)).ToList();
        var (low, high) = Bootstrap.IntervalOf(gains);
        figures["gain"] = Math.Round(gains.Average(), 4);
        figures["gainLow"] = Math.Round(low, 4);
        figures["gainHigh"] = Math.Round(high, 4);
        return figures;
    }

    /// <summary>One query: our ranking, and the search engine’s where there is one.</summary>
    private sealed record Judgement(
        Ranking Ours, IReadOnlyList<(Signals Signals, bool Right)> Found, Ranking? SearchEngine)
    {
        /// <summary>SemEval’s measure among given candidates, the plain one among all documents.</summary>
        public double Precision(Ranking ranking) =>
            SearchEngine is null ? ranking.AveragePrecision : ranking.AveragePrecisionAtTen;
    }
}
