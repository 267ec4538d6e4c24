using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;

namespace CopBot.Benchmarks.Retrieval;

/// <summary>Threads with judged replies, as they lie in a folder beside the questions that they answer.</summary>
internal sealed class ThreadSet
{
    private ThreadSet(string name) => Name = name;

    public string Name { get; }

    public List<JudgedThread> Threads { get; } = [];

    /// <summary>What the folder’s own texts teach about its words.</summary>
    public SimilarityModel Model { get; private set; } = null!;

    public static ThreadSet Read(DirectoryInfo folder, string language)
    {
        var set = new ThreadSet($"{folder.Parent!.Name}/{folder.Name}");
        var questions = JsonLines.Read<Question>(Path.Combine(folder.Parent.FullName, "similar", "corpus.jsonl"))
            .ToDictionary(question => question.Id, StringComparer.Ordinal);
        var good = JsonLines.Columns(Path.Combine(folder.FullName, "qrels.tsv"))
            .Where(columns => columns[^1] == "1").Select(columns => columns[1]).ToHashSet(StringComparer.Ordinal);
        foreach (var thread in JsonLines.Read<Comment>(Path.Combine(folder.FullName, "comments.jsonl"))
            .GroupBy(comment => comment.Question))
        {
            var comments = thread.OrderBy(comment => comment.Position).ToList();
            var question = questions[thread.Key];
            set.Threads.Add(new(
                thread.Key,
                $"{question.Title}\n{question.Text}",
                new(
                    $"{question.Title}\n{question.Text}", comments[0].Asker, language,
                    [.. comments.Select(comment => new ReplyText(comment.Author, comment.Text))]),
                [.. comments.Select(comment => comment.Id)],
                [.. comments.Select(comment => good.Contains(comment.Id))]));
        }

        set.Model = SimilarityModel.Learn([.. set.Threads.Select(thread => new KnownItem(
            questions[thread.Id].Title, questions[thread.Id].Text, [.. thread.Text.Replies.Select(reply => reply.Text)], language))]);
        return set;
    }

    private sealed record Question(string Id, string Title, string Text);

    private sealed record Comment(string Id, string Question, int Position, string? Author, string? Asker, string Text);
}

/// <summary>A thread, and which of its replies the judges found good.</summary>
internal sealed record JudgedThread(
    string Id, string Asked, ThreadText Text, IReadOnlyList<string> Ids, IReadOnlyList<bool> Good);
