using System.Globalization;
using System.Text.Json;

namespace CopBot.Benchmarks.Replay;

/// <summary>Something that a member did.</summary>
internal abstract record Happening(DateTimeOffset At);

internal sealed record Asked(DateTimeOffset At, string Id, string Person, string Text) : Happening(At)
{
    public string Marker => $"⟦q{Id}⟧";
}

internal sealed record Answered(
    DateTimeOffset At, string Id, string QuestionId, string Person, bool BySelf, string Text)
    : Happening(At)
{
    public string Marker => $"⟦a{Id}⟧";
}

internal sealed record Accepted(DateTimeOffset At, string AnswerId, string QuestionId) : Happening(At);

/// <summary>A community's history in the order in which it happened.</summary>
internal sealed record History(IReadOnlyList<Happening> Happenings)
{
    public IEnumerable<Asked> Questions => Happenings.OfType<Asked>();

    public IEnumerable<Answered> Answers => Happenings.OfType<Answered>();

    public static History Read(string folder)
    {
        var questions = Lines(folder, "questions.jsonl").Select(line =>
        {
            var id = Text(line, "id");
            return new Asked(
                Time(line), id, PersonOf(line, "asker", $"q{id}"), $"{Text(line, "title")}\n{Text(line, "text")}".Trim());
        }).ToDictionary(question => question.Id);
        var answers = Lines(folder, "answers.jsonl").Where(line => questions.ContainsKey(Text(line, "question")))
            .Select(line =>
            {
                var (id, question) = (Text(line, "id"), questions[Text(line, "question")]);
                var person = PersonOf(line, "author", $"a{id}");
                var at = Max(Time(line), question.At.AddSeconds(1));
                return new Answered(at, id, question.Id, person, person == question.Person, Text(line, "text"));
            }).ToDictionary(answer => answer.Id);
        var accepted = Lines(folder, "votes.jsonl")
            .Where(line => Text(line, "type") == "1" && answers.ContainsKey(Text(line, "post")))
            .DistinctBy(line => Text(line, "post"))
            .Select(line => (Vote: Time(line), Answer: answers[Text(line, "post")]))
            .Where(pair => !pair.Answer.BySelf)
            .Select(pair => new Accepted(
                Max(pair.Vote, pair.Answer.At.AddSeconds(1)), pair.Answer.Id, pair.Answer.QuestionId));
        return new([.. questions.Values.Cast<Happening>().Concat(answers.Values).Concat(accepted).OrderBy(h => h.At)]);
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement.Clone());

    private static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>A missing person is a new one per post.</summary>
    private static string PersonOf(JsonElement line, string name, string otherwise) =>
        Text(line, name) is { Length: > 0 } person ? person : $"nobody-{otherwise}";

    private static DateTimeOffset Time(JsonElement line) => DateTimeOffset.Parse(
        Text(line, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime();

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
