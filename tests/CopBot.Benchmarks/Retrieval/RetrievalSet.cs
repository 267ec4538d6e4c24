using System.Globalization;
using System.Text.Json;
using CopBot.Matching.Similarity;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>Questions with judged similar questions, as they lie in a folder.</summary>
internal sealed class RetrievalSet
{
    private RetrievalSet(string name) => Name = name;

    public string Name { get; }

    /// <summary>By the item's key: a document's id, or of several answers to one question, that question's number.</summary>
    public Dictionary<string, KnownItem> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids that were judged, by the item's key: the document itself, or each of its answers.</summary>
    public Dictionary<string, List<string>> Judged { get; } = new(StringComparer.Ordinal);

    public List<(string Id, SoughtText Text)> Queries { get; } = [];

    /// <summary>The relevant ids, by the query's.</summary>
    public Dictionary<string, HashSet<string>> Relevant { get; } = new(StringComparer.Ordinal);

    /// <summary>The candidates of each query with the rank that a search engine gave; null if all documents are.</summary>
    public Dictionary<string, List<(string Key, int Rank)>>? Candidates { get; private set; }

    /// <summary>Reads a folder.</summary>
    public static RetrievalSet Read(DirectoryInfo folder, string language)
    {
        string Named(string file) => Path.Combine(folder.FullName, file);
        var set = new RetrievalSet($"{folder.Parent!.Name}/{folder.Name}");
        var replies = File.Exists(Named("replies.jsonl"))
            ? JsonLines.Read<Reply>(Named("replies.jsonl")).OrderBy(reply => reply.Position).ToLookup(reply => reply.Doc)
            : null;
        foreach (var document in JsonLines.Read<Document>(Named("corpus.jsonl")).GroupBy(document => document.Key))
        {
            set.Judged[document.Key] = [.. document.Select(one => one.Id)];
            var first = document.First();
            set.Items[document.Key] = first.Thread is null
                ? new(first.Title, first.Text, [.. replies?[first.Id].Select(reply => reply.Text) ?? []], language)
                : new(first.Title, "", [.. document.Select(one => one.Text)], language);
        }

        set.Queries.AddRange(JsonLines.Read<Document>(Named("queries.jsonl"))
            .Select(query => (query.Id, new SoughtText(query.Title, query.Text, language))));
        foreach (var columns in JsonLines.Columns(Named("qrels.tsv")).Where(columns => columns[^1] == "1"))
        {
            set.RelevantOf(columns[0]).Add(columns[1]);
        }

        if (File.Exists(Named("candidates.tsv"))) set.Candidates = ReadCandidates(Named("candidates.tsv"));
        return set;
    }

    /// <summary>The relevant ids of a query; none if it was judged to have none.</summary>
    public HashSet<string> RelevantOf(string query)
    {
        if (!Relevant.TryGetValue(query, out var ids)) Relevant[query] = ids = new(StringComparer.Ordinal);
        return ids;
    }

    private static Dictionary<string, List<(string Key, int Rank)>> ReadCandidates(string file) =>
        JsonLines.Columns(file).GroupBy(columns => columns[0], StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.Select(columns => (columns[1], int.Parse(columns[2], CultureInfo.InvariantCulture))).ToList(),
            StringComparer.Ordinal);

    private sealed record Document(string Id, string Text, string Title = "", JsonElement? Thread = null)
    {
        public string Key => Thread is { } thread ? $"thread {thread}" : Id;
    }

    private sealed record Reply(string Doc, int Position, string Text);
}
