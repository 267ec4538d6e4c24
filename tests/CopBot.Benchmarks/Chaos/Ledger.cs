using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CopBot.Benchmarks.Chaos;

/// <summary>What the store says when all hosts are gone.</summary>
internal sealed partial class Ledger
{
    private readonly Dictionary<string, List<Guid>> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Question> _questions = [];
    private readonly ILookup<string, string> _log;

    /// <summary>What happened to each question, in the order of the log.</summary>
    private readonly ILookup<string, string> _story;
    private readonly int _dead;
    private readonly int _inFlight;
    private readonly bool _isSound;

    private Ledger(List<Question> questions, List<(string Type, string Core)> log, int dead, int inFlight, bool isSound)
    {
        (_dead, _inFlight, _isSound) = (dead, inFlight, isSound);
        _log = log.ToLookup(entry => entry.Type, entry => entry.Core);
        _story = log.ToLookup(entry => QuestionIn(entry.Core), entry => entry.Type, StringComparer.Ordinal);
        foreach (var question in questions)
        {
            _questions[question.Id] = question;
            Note(question.Text, question.Id);
            foreach (var said in question.Contributions) Note(said.Text, said.Id);
        }
    }

    public static async Task<Ledger> ReadAsync(IStore store, CancellationToken cancel)
    {
        await using var life = (IAsyncDisposable)store;
        using var wakeUps = new WakeUps();
        using var threads = new WorkerThreads(store);
        using var sealer = new Sealer(store, wakeUps, threads, NullLogger<Sealer>.Instance);
        while (await sealer.SealAsync(cancel) > 0)
        {
        }

        await using var db = await store.OpenAsync(cancel);
        var community = await db.Communities.SingleAsync(c => c.Name == "chaos", cancel);
        var verdict = await LogVerification.VerifyAsync(db, community, null, cancel);
        if (verdict.Fault is not null) Console.WriteLine(verdict.Fault);
        var log = await db.Log.AsNoTracking().OrderBy(e => e.Row).Select(e => new { e.Type, e.Core }).ToListAsync(cancel);
        var questions = await db.WholeQuestions().AsNoTracking().ToListAsync(cancel);
        var dead = await db.Inbox.Where(r => r.State == RowState.Dead).Select(r => r.Error).ToListAsync(cancel);
        dead.AddRange(await db.Outbox.Where(r => r.State == RowState.Dead).Select(r => r.Error).ToListAsync(cancel));
        foreach (var why in dead.GroupBy(error => error).OrderByDescending(same => same.Count()).Take(5)) Console.WriteLine($"dead {why.Count()}×: {why.Key}");
        var inFlight = await db.Outbox.SumAsync(r => r.PossibleRepeats, cancel);
        var asked = log.Count(e => e.Type == "question.asked") == questions.Count;
        var answered = log.Count(e => e.Type is "answer.posted" or "message.posted") == questions.Sum(q => q.Contributions.Count);
        return new([.. questions], [.. log.Select(e => (e.Type, e.Core))], dead.Count, inFlight, verdict.Fault is null && asked && answered);
    }

    public static bool IsShown((string Question, List<string> InSlack, List<string> InTeams) said, Shown shown) =>
        shown.InTeams(said.Question).Count > 0
        && said.InSlack.TrueForAll(marker => shown.InTeams(marker).Count > 0)
        && said.InTeams.TrueForAll(marker => shown.InSlack(marker).Count > 0);

    public ChaosFigures Compare(
        IReadOnlyList<(string Question, List<string> InSlack, List<string> InTeams)> said, Shown shown)
    {
        var (lost, twice, repeats, disorder) = (0, 0, 0, 0);
        foreach (var (question, inSlack, inTeams) in said)
        {
            Check(question, shown.InTeams(question));
            inSlack.ForEach(marker => Check(marker, shown.InTeams(marker)));
            inTeams.ForEach(marker => Check(marker, shown.InSlack(marker)));
            repeats += inSlack.Append(question).Sum(marker => Math.Max(0, shown.InTeams(marker).Count - 1));
            disorder += Disorder(inSlack.Select(RecordOf)) + Disorder(inTeams.Select(RecordOf));
            disorder += Disorder(inSlack.Select(m => FirstOf(shown.InTeams(m)))) + Disorder(inTeams.Select(m => FirstOf(shown.InSlack(m))));
        }

        return new()
        {
            Lost = lost, EffectsDoubled = twice, PostsDoubled = shown.EffectsTwiceInSlack, TeamsRepeats = repeats, InFlight = _inFlight,
            OutOfOrder = disorder, DeadLetters = _dead, LogFaults = _isSound ? 0 : 1,
        };

        void Check(string marker, IReadOnlyList<(int, string)> places)
        {
            var records = _records.GetValueOrDefault(marker)?.Count ?? 0;
            if (records == 0 || places.Count == 0)
            {
                if (lost++ < 10) Console.WriteLine($"lost: {marker}, {records} record(s), shown {places.Count} time(s)");
            }

            twice += Math.Max(0, records - 1);
        }
    }

    /// <summary>Races whose end is not one that could have come about one after the other.</summary>
    public int Contradictions(Races races) => races.Ended.Count(race => Contradicts(race) is { } why && Told(race, why));

    private static bool Told(Race race, string why)
    {
        Console.WriteLine($"race {race.Question}: {why}");
        return true;
    }

    private string? Contradicts(Race race)
    {
        if (_records.GetValueOrDefault(race.Question) is not [var id]) return "the question is not there once";
        var question = _questions[id];
        if (_records.GetValueOrDefault(race.Second) is not [var second]) return "the second answer is not there once";
        var first = question.Contributions.SingleOrDefault(c => c.Text.Contains(race.First, StringComparison.Ordinal));
        if (first is null || question.Contributions.All(c => c.Id != second)) return "an answer is missing";
        if (first.HelpedAt is null || question.State != QuestionState.Helped) return $"it helped, and the question is {question.State}";
        var accepted = _log["answer.accepted"].Count(core => core.Contains($"{first.Id:N}", StringComparison.Ordinal));
        if (accepted != 1) return $"the log has it accepted {accepted} times";
        var story = _story[$"{question.Id:N}"].ToList();
        var answered = story.IndexOf("answer.posted");
        if (story.LastIndexOf("question.escalated") > answered) return "it went on although it had an answer";
        return null;
    }

    private static string QuestionIn(string core)
    {
        const string Key = "\"question_id\":\"";
        var at = core.IndexOf(Key, StringComparison.Ordinal);
        return at < 0 ? "" : core.Substring(at + Key.Length, 32);
    }

    private long? RecordOf(string marker) => _records.GetValueOrDefault(marker) is [var id, ..]
        ? BitConverter.ToInt64([.. id.ToByteArray(bigEndian: true).Take(8).Reverse()]) : null;

    private static long? FirstOf(IReadOnlyList<(int Place, string Conversation)> places) => places.Count == 0 ? null : places[0].Place;

    private static int Disorder(IEnumerable<long?> places)
    {
        var known = places.OfType<long>().ToList();
        return known.Zip(known.Skip(1)).Count(pair => pair.First > pair.Second);
    }

    private void Note(string text, Guid id)
    {
        foreach (Match match in Marker().Matches(text))
        {
            if (!_records.TryGetValue(match.Value, out var ids)) _records[match.Value] = ids = [];
            ids.Add(id);
        }
    }

    [GeneratedRegex("⟦[^⟧]+⟧", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
