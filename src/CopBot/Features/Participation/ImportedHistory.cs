using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;
using CopBot.Evaluation.Records;
using CopBot.Pipeline;

namespace CopBot.Features.Participation;

/// <summary>
/// What a community did before it had the bot, as entries of its log: marked as imported, with the day it happened and
/// the day it was recorded. The same file gives the same entries, so that importing it again from the same source adds
/// nothing.
/// </summary>
/// <param name="community">Whose log.</param>
/// <param name="start">The day that the files count from.</param>
/// <param name="source">Where the files come from, in a few words.</param>
/// <param name="now">When they are imported.</param>
internal sealed class ImportedHistory(Community community, DateTimeOffset start, string source, DateTimeOffset now)
{
    /// <summary>The entries, in the order of what happened.</summary>
    public IReadOnlyList<ParticipationEvent> Of(Exchange exchange)
    {
        var entries = new List<(double Day, ParticipationEvent Entry)>();
        void Add(
            double day, string type, string actor, MemberRow? who, params (string Key, string? Value)[] subjects) =>
            entries.Add((day, EntryOf(day, type, actor, who, subjects)));

        foreach (var member in exchange.Members)
        {
            var name = NameOf(member.Id);
            Add(member.Joined, "member.joined", name, member, ("how", "import"));
            if (RoleOf(member.Role) is { } role)
            {
                Add(member.Joined, "member.role_changed", name, member, ("role", role), ("change", "given"), ("member", name));
            }

            if (member.Left is { } left) Add(left, "member.left", name, member);
        }

        foreach (var (question, asker) in exchange.Questions.Zip(exchange.Askers))
        {
            var who = asker < 0 ? null : exchange.Members[asker];
            var actor = who is null ? IdOf($"anonymous {question.Id}") : NameOf(who.Id);
            var id = IdOf($"question {question.Id}");
            Add(question.Asked, "question.asked", actor, who, ("question_id", id), ("anonymous", who is null ? "true" : null));
            if (question.Closed is { } closed) Add(closed, "question.withdrawn", actor, who, ("question_id", id));
        }

        foreach (var (number, answer) in exchange.Answers.Index())
        {
            var question = exchange.Questions[exchange.Answered[number]];
            (string, string?)[] about =
                [("question_id", IdOf($"question {question.Id}")), ("answer_id", IdOf($"answer {answer.Id}"))];
            var giver = exchange.Members[exchange.Givers[number]];
            Add(answer.Posted, "answer.posted", NameOf(giver.Id), giver, about);
            if (!answer.Accepted) continue;

            // The files do not say when; no sooner than it was given.
            var asker = question.Asker is null ? IdOf($"anonymous {question.Id}") : NameOf(question.Asker);
            Add(answer.Posted, "answer.accepted", asker, null, about);
        }

        return [.. entries.OrderBy(one => one.Day).Select(one => one.Entry)];
    }

    private ParticipationEvent EntryOf(
        double day, string type, string actor, MemberRow? who, IReadOnlyList<(string Key, string? Value)> subjects)
    {
        var at = start.AddDays(day);
        var key = string.Join('|', subjects.Select(subject => subject.Value).Prepend(actor).Prepend(type));
        var id = new Guid(Keyed($"entry {key}").AsSpan(0, 16), bigEndian: true);
        var core = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["event_id"] = $"{id:D}",
            ["schema_version"] = ParticipationLog.SchemaVersion.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["type"] = type,
            ["occurred_at"] = CanonicalJson.Time(at),
            ["recorded_at"] = CanonicalJson.Time(now),
            ["community_id"] = $"{community.Id:N}",
            ["source"] = "import",
            ["source_ref"] = source,
            ["actor"] = actor,
            ["actor_role"] = who is null ? null : RoleOf(who.Role)?.ToLowerInvariant() ?? "member",
            ["consent_scope"] = "operate",
        };
        foreach (var (name, value) in subjects) core[name] = value;
        return ParticipationLog.EntryOf(id, community.Id, at, core, new(StringComparer.Ordinal)
        {
            ["actor_org"] = who?.Organisation, ["actor_country"] = who?.Country,
        });
    }

    /// <summary>Nobody but who holds the community's key can tell who is meant.</summary>
    private string NameOf(string member) => IdOf($"member {member}");

    private string IdOf(string what) => Convert.ToHexStringLower(Keyed(what).AsSpan(0, 16));

    private byte[] Keyed(string what) =>
        HMACSHA256.HashData(community.LogKey, Encoding.UTF8.GetBytes($"import {source} {what}"));

    private static string? RoleOf(string? role) => role switch
    {
        "leader" => nameof(RoleKind.Coordinator),
        "core" => nameof(RoleKind.Expert),
        _ => null,
    };
}
