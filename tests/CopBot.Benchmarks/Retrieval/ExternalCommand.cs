using System.CommandLine;
using System.Text.Json;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;

namespace CopBot.Benchmarks.Retrieval;

/// <summary><c>external</c>: which reply to some other question answers this one.</summary>
internal static class ExternalCommand
{
    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A folder with similar and thread in it." };
            var without = new Option<bool>("--without-search-rank") { Description = "Don’t use the search engine’s rank." };
            var language = new Option<string>("--language") { DefaultValueFactory = _ => "en", Description = "What they are written in." };
            var command = new Command("external", "Find answers in other questions’ threads.") { data, without, language };
            command.SetAction(result => Run(result.GetValue(data)!, result.GetValue(without), result.GetValue(language)!));
            return command;
        }
    }

    private static int Run(DirectoryInfo folder, bool withoutRank, string language)
    {
        var similar = RetrievalSet.Read(new(Path.Combine(folder.FullName, "similar")), language);
        var threads = ThreadSet.Read(new(Path.Combine(folder.FullName, "thread")), language);
        var good = JsonLines.Columns(Path.Combine(folder.FullName, "thread", "qrels-external.tsv"))
            .Where(columns => columns[^1] == "1").Select(columns => columns[1]).ToHashSet(StringComparer.Ordinal);
        var byId = threads.Threads.ToDictionary(thread => thread.Id, StringComparer.Ordinal);
        var known = new KnownItems<string>(
            SimilarityModel.Learn([.. similar.Items.Values]), similar.Items.Select(pair => (pair.Key, pair.Value)));
        var rankings = similar.Queries.ConvertAll(query =>
        {
            var given = (similar.Candidates ?? throw new FormatException("candidates.tsv is needed."))[query.Id]
                .ToDictionary(candidate => candidate.Key, candidate => withoutRank ? 0.0 : -candidate.Rank, StringComparer.Ordinal);
            var replies = known.Rank(query.Text, given).Where(match => byId.ContainsKey(match.Key))
                .SelectMany(match => byId[match.Key].Ids.Zip(
                    AnswerModelFile.Shipped.Rate(byId[match.Key].Text, threads.Model),
                    (id, rate) => (Id: id, Score: AnswerRanking.Score(match.Score, rate))))
                .OrderByDescending(reply => reply.Score).Select(reply => good.Contains(reply.Id)).ToList();
            return new Ranking(replies, replies.Count(hit => hit));
        });
        Console.WriteLine(JsonSerializer.Serialize(RankingFigures.Of(rankings), JsonSerializerOptions.Web));
        return 0;
    }
}
