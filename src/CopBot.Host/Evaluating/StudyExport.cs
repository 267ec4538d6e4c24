using System.Security.Cryptography;
using System.Text;
using CopBot.Evaluation.Privacy;
using CopBot.Evaluation.Records;

namespace CopBot.Host.Evaluating;

/// <summary>
/// What a study gets: members who agreed to research, and what they asked and answered among themselves, under names
/// that the study's key makes. The key is made of the community's own and never leaves it.
/// </summary>
internal static class StudyExport
{
    /// <summary>What stands in each column.</summary>
    public static IReadOnlyList<(string File, string Column, string Meaning)> Dictionary { get; } =
    [
        ("members.csv", "member", "name in this study: HMAC-SHA-256 by the study's key, 64 hexadecimal digits"),
        ("members.csv", "org", "organisation, as of the end"),
        ("members.csv", "country", "country, as of the end"),
        ("members.csv", "role", "leader (coordinator), core (expert) or member, as of the end"),
        ("members.csv", "joined_day", "days since midnight, UTC, of the first day of the log"),
        ("members.csv", "left_day", "the same; empty while they belong to the community"),
        ("questions.csv", "question", "name in this study"),
        ("questions.csv", "asker", "member"),
        ("questions.csv", "day", "when it was asked, in days as above"),
        ("questions.csv", "closed_day", "when it was withdrawn; empty if it was not"),
        ("answers.csv", "answer", "name in this study"),
        ("answers.csv", "question", "question"),
        ("answers.csv", "answerer", "member; never the asker"),
        ("answers.csv", "day", "when it was posted, in days as above"),
        ("answers.csv", "accepted", "1 if who asked said that it helped, else 0"),
        ("window.csv", "end_day", "when the log was read, in days as above; what waits is censored then"),
        ("xapi.jsonl", "", "the same as Experience API statements 1.0.3, one a line"),
        ("figures.csv", "name", "path of a figure; docs/evaluation.md explains it"),
        ("figures.csv", "value", "the figure; empty where there is none"),
    ];

    /// <summary>The key of a study.</summary>
    public static byte[] KeyOf(ReadOnlySpan<byte> communityKey, string study) =>
        HMACSHA256.HashData(communityKey, Encoding.UTF8.GetBytes($"study {study}"));

    /// <summary>Leaves out who did not agree, and names the others anew.</summary>
    /// <param name="history">What the log tells.</param>
    /// <param name="key">The study's key.</param>
    /// <param name="purpose">What members may have agreed to beside research as a whole: this study alone.</param>
    public static Exchange Of(History history, byte[] key, string? purpose = null)
    {
        var exchange = history.Exchange;
        var agreed = exchange.Members.Where((_, number) => history.AgreedToResearch.ElementAtOrDefault(number)
            || (purpose is not null && history.AgreedToStudies.ElementAtOrDefault(number)?.Contains(purpose) == true))
            .ToList();
        var ids = agreed.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var questions =
            exchange.Questions.Where(question => question.Asker is { } asker && ids.Contains(asker)).ToList();
        var asked = questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return Renamed(
            agreed, questions,
            exchange.Answers.Where(answer => ids.Contains(answer.Answerer) && asked.Contains(answer.Question)),
            exchange.End, key);
    }

    /// <summary>Everything, under names that nothing leads back from once the key is gone.</summary>
    public static Exchange Renamed(Exchange exchange, byte[] key) =>
        Renamed(exchange.Members, exchange.Questions, exchange.Answers, exchange.End, key);

    private static Exchange Renamed(
        IEnumerable<MemberRow> members, IEnumerable<QuestionRow> questions, IEnumerable<AnswerRow> answers, double end,
        byte[] key)
    {
        string Name(string id) => StudyPseudonym.Of(key, id);

        // In the order of their new names: the order of joining would tell who is who.
        return Exchange.Of(
            members.Select(member => member with { Id = Name(member.Id) })
                .OrderBy(member => member.Id, StringComparer.Ordinal),
            questions.Select(question => question with
                {
                    Id = Name(question.Id), Asker = question.Asker is null ? null : Name(question.Asker),
                })
                .OrderBy(question => question.Id, StringComparer.Ordinal),
            answers
                .Select(answer => answer with
                {
                    Id = Name(answer.Id), Question = Name(answer.Question), Answerer = Name(answer.Answerer),
                }).OrderBy(answer => answer.Id, StringComparer.Ordinal),
            end);
    }
}
