using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Testing.Worlds;

/// <summary>
/// What must hold whatever people do. Told from what was said and what is stored, by rules written down here once
/// more, not by the product's own.
/// </summary>
internal sealed partial class WorldLaws(World world)
{
    private readonly Dictionary<string, Guid> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _anonymous = [];
    private readonly HashSet<Guid> _assignments = [];
    private readonly HashSet<Guid> _secret = [];
    private int _lines;

    public List<string> Faults { get; } = [];

    /// <summary>Checks everything that one step brought.</summary>
    public async Task CheckAsync(string step, IReadOnlyList<Said> said)
    {
        await using var db = await world.Store.OpenAsync(CancellationToken.None);
        var questions = await db.WholeQuestions().AsNoTracking().ToListAsync();
        var members = (await db.WholeMembers().AsNoTracking().ToListAsync()).ToDictionary(m => m.Id);
        Learn(questions, members);
        var before = Faults.Count;
        Routing(questions, members, step);
        await NextStepsAsync(db, questions);
        foreach (var one in said) Secrets(one, questions, members);
        Logged();
        for (var i = before; i < Faults.Count; i++) Faults[i] = $"{Faults[i]} — after: {step}";
    }

    /// <summary>Checks the log as it is exported.</summary>
    public async Task CheckExportAsync()
    {
        var export = await world.ExportAsync();
        foreach (var name in WorldPeople.Accounts.Concat(["qq Lan", "zq"]).Where(n => export.Contains(n, StringComparison.Ordinal)))
        {
            Faults.Add($"the export has “{name}”");
        }

        await using var db = await world.Store.OpenAsync(CancellationToken.None);
        var names = await db.Pseudonyms.AsNoTracking().Where(p => p.QuestionId == null).ToListAsync();
        var anonymous = await db.WholeQuestions().AsNoTracking().Where(q => q.Anonymous && q.AskerId != null).ToListAsync();
        foreach (var question in anonymous.Where(question => !SpokeOpenly(question)))
        {
            var own = names.Where(p => p.MemberId == question.AskerId).Select(p => p.Value).ToList();
            var lines = export.Split('\n').Where(line => line.Contains($"{question.Id:N}", StringComparison.Ordinal));
            if (lines.Any(line => own.Exists(name => line.Contains(name, StringComparison.Ordinal))))
            {
                Faults.Add($"the export leads from {question.Handle} to its asker");
            }
        }
    }

    private static bool IsSecret(Question question) => question is { Private: true, ChannelsAllowed: false };

    /// <summary>
    /// Who asked anonymously and then answers in a channel, under the own name, is named as anybody who answers is: to
    /// leave them out would tell who asked.
    /// </summary>
    private static bool SpokeOpenly(Question question) => question.Contributions.Exists(
        c => c.AuthorId == question.AskerId && c.Kind != ContributionKind.FollowUp);

    private void Learn(List<Question> questions, Dictionary<Guid, Member> members)
    {
        foreach (var question in questions)
        {
            foreach (Match match in Token().Matches(question.Text)) _tokens[match.Value] = question.Id;
            if (IsSecret(question)) _secret.Add(question.Id);
            else _secret.Remove(question.Id);
            if (question is { Anonymous: true, AskerId: { } asker } && members.GetValueOrDefault(asker) is { } member)
            {
                _anonymous[question.Id] = member.Identities[0].AccountId;
            }
        }
    }

    /// <summary>Never to the asker; no cap, no quiet hour, nobody away, gone or silent is asked.</summary>
    private void Routing(List<Question> questions, Dictionary<Guid, Member> members, string step)
    {
        var now = world.Clock.GetUtcNow();
        var own = step.Contains("“take", StringComparison.Ordinal) || step.Contains("presses take", StringComparison.Ordinal);
        foreach (var question in questions)
        {
            foreach (var fresh in question.Assignments.Where(a => _assignments.Add(a.Id)))
            {
                if (fresh.MemberId == question.AskerId) Faults.Add($"{question.Handle} was put to its asker");
                if (own || members.GetValueOrDefault(fresh.MemberId) is not { } member) continue;
                var open = questions.SelectMany(q => q.Assignments).Count(a => a.MemberId == member.Id
                    && a.State == AssignmentState.Pending && a.AskedAt > now.AddDays(-7));
                if (open > member.WeeklyCap) Faults.Add($"{question.Handle} broke the cap: {open} of {member.WeeklyCap}");
                if (IsQuiet(member, now)) Faults.Add($"{question.Handle} broke quiet hours");
                if (member.AwayUntil > now) Faults.Add($"{question.Handle} was put to somebody away");
                if (member.LeftAt is not null) Faults.Add($"{question.Handle} was put to somebody who left");
                if (member.ContactStoppedAt is not null) Faults.Add($"{question.Handle} was put to somebody silent");
            }
        }
    }

    /// <summary>The world's clock and zone are UTC.</summary>
    private static bool IsQuiet(Member member, DateTimeOffset now)
    {
        if (member is not { QuietFrom: { } from, QuietTo: { } to }) return false;
        var minute = (now.Hour * 60) + now.Minute;
        return from < to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    private async Task NextStepsAsync(CopBotDbContext db, List<Question> questions)
    {
        var timers = await db.Timers.AsNoTracking().Where(t => t.Kind == "escalate").ToListAsync();
        foreach (var question in questions.Where(q => q is { State: QuestionState.Open, AskerId: not null }
            && !q.Contributions.Exists(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null)))
        {
            if (question.NextStepAt is not { } next) Faults.Add($"{question.Handle} is open without a next step");
            else if (!timers.Exists(t => t.SubjectId == question.Id && t.DueAt == next))
            {
                Faults.Add($"{question.Handle}'s next step at {next:u} has no timer");
            }
        }
    }

    private void Secrets(Said said, List<Question> questions, Dictionary<Guid, Member> members)
    {
        foreach (Match match in Token().Matches(said.Words))
        {
            if (!_tokens.TryGetValue(match.Value, out var id) || questions.Find(q => q.Id == id) is not { } question) continue;
            if (_secret.Contains(id) && !MayRead(said.Reader, question, members))
            {
                Faults.Add($"{question.Handle} is private, and was shown to {said.Reader ?? "a channel"}: {said.Words}");
            }

            if (!_anonymous.TryGetValue(id, out var asker) || said.Reader == asker || SpokeOpenly(question)) continue;

            // What tells of many questions, such as a digest, may name the asker for another, on another line.
            var words = Handle().Matches(said.Words).Select(handle => handle.Value).Distinct().Count() > 1
                ? string.Join('\n', said.Words.Split('\n').Where(line => line.Contains(match.Value, StringComparison.Ordinal)))
                : said.Words;
            if (words.Contains(asker, StringComparison.Ordinal) || words.Contains($"Nam{asker[3]}qq", StringComparison.Ordinal))
            {
                Faults.Add($"{question.Handle} is anonymous, and its asker showed: {said.Words}");
            }
        }
    }

    private static bool MayRead(string? reader, Question question, Dictionary<Guid, Member> members)
    {
        if (reader is null) return false;
        var member = members.Values.FirstOrDefault(m => m.Identities.Exists(i => i.AccountId == reader));
        return member is null || member.Id == question.AskerId
            || question.Assignments.Exists(a => a.MemberId == member.Id);
    }

    private void Logged()
    {
        while (world.Log.Lines.TryDequeue(out var logged))
        {
            _lines++;
            if (logged.Level >= LogLevel.Error) Faults.Add($"an error was logged: {logged.Line}");
            if (WorldPeople.Accounts.Any(account => logged.Line.Contains(account, StringComparison.Ordinal))
                || Name().IsMatch(logged.Line) || Token().IsMatch(logged.Line))
            {
                Faults.Add($"a person or a text was logged: {logged.Line}");
            }
        }
    }

    [GeneratedRegex(@"zq\d+x")]
    private static partial Regex Token();

    [GeneratedRegex(@"Nam\dqq")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bQ\d+\b")]
    private static partial Regex Handle();
}
