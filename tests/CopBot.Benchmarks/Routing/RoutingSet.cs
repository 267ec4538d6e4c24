using CopBot.Benchmarks.Retrieval;

namespace CopBot.Benchmarks.Routing;

/// <summary>A real community: who asked, who answered, who said something else, and when.</summary>
internal sealed class RoutingSet
{
    private readonly Dictionary<string, Guid> _members = new(StringComparer.Ordinal);

    private RoutingSet(DirectoryInfo folder)
    {
        string Named(string file) => Path.Combine(folder.FullName, file);
        Questions = [.. JsonLines.Read<Question>(Named("questions.jsonl")).OrderBy(question => question.Date)];
        Answers = [.. JsonLines.Read<Answer>(Named("answers.jsonl")).OrderBy(answer => answer.Date)];
        if (File.Exists(Named("comments.jsonl"))) Comments = [.. JsonLines.Read<Comment>(Named("comments.jsonl"))];
        if (Questions.Count == 0 || Answers.Count == 0) throw new FormatException($"{folder}: no questions or no answers.");
    }

    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<Answer> Answers { get; }

    public IReadOnlyList<Comment> Comments { get; } = [];

    public static RoutingSet Read(DirectoryInfo folder) => new(folder);

    /// <summary>Who left has no name: null.</summary>
    public Guid? MemberOf(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (!_members.TryGetValue(name, out var id)) _members[name] = id = new(_members.Count + 1, 0, 0, new byte[8]);
        return id;
    }

    internal sealed record Question(
        string Id, string? Asker, DateTime Date, string Title, string Text, IReadOnlyList<string>? Tags);

    internal sealed record Answer(string Id, string Question, string? Author, DateTime Date, string Text);

    internal sealed record Comment(string? Author, DateTime Date);
}
