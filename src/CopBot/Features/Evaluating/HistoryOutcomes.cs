using System.Globalization;
using CopBot.Domain.Events;
using CopBot.Evaluation.Records;

namespace CopBot.Features.Evaluating;

/// <summary>What became of what was asked, shown, kept and followed up.</summary>
internal sealed class HistoryOutcomes
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _solved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NoteSeen> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset Sent, string? Outcome)> _followUps =
        new(StringComparer.Ordinal);
    private readonly List<(string Question, string Expert)> _routed = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _gaps = [];
    private readonly List<(string Kind, Dictionary<string, string?> Values, DateTimeOffset Recorded)> _annotations = [];
    private readonly HistoryStories _stories = new();
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private int _declined;

    public void Add(LoggedEvent entry, DateTimeOffset at)
    {
        switch (entry.Type)
        {
            case "suggestion.shown" when entry["question_id"] is { } question:
                _shown.Add(question);
                break;
            case "suggestion.solved" or "suggestion.not_solved" when entry["question_id"] is { } question:
                _solved[question] = entry.Type == "suggestion.solved";
                if (_solved[question] && entry["item_id"] is { } item) _reuses[item] = _reuses.GetValueOrDefault(item) + 1;
                break;
            case "question.routed" when entry["question_id"] is { } question && entry["expert"] is { } expert:
                _routed.Add((question, expert));
                break;
            case "question.declined":
                _declined++;
                break;
            case "followup.asked" or "followup.answered" when entry["answer_id"] is { } answer:
                var sent = _followUps.TryGetValue(answer, out var known) ? known.Sent : at;
                _followUps[answer] = (sent, entry.Type == "followup.answered" ? entry["outcome"] : known.Outcome);
                break;
            case var kind when kind.StartsWith("story.", StringComparison.Ordinal):
                _stories.Add(entry, at);
                break;
            case "data.gap" when entry["from"] is { } from && entry["to"] is { } to:
                _gaps.Add((Time(from), Time(to)));
                break;
            case var type when AnnotationTypes.KindOf(type) is { } kind && entry["from"] is not null:
                _annotations.Add((kind, new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["from"] = entry["from"], ["to"] = entry["to"], ["amount"] = entry["amount"], ["item"] = entry["item"],
                    ["degree"] = entry["degree"], ["text"] = entry["text"],
                }, entry.RecordedAt));
                break;
            default:
                AddNote(entry, at);
                break;
        }
    }

    public History AddTo(
        History history, Func<DateTimeOffset, double> day, Func<string, string> person,
        HashSet<(string Question, string Answerer)> answered) => history with
    {
        Suggestions =
            new(_shown.Count, _solved.Values.Count(solved => solved), _solved.Values.Count(solved => !solved)),
        Notes = [.. _notes.Select(note => new NoteRow(
            note.Key, day(note.Value.Captured), note.Value.Published is { } published ? day(published) : null,
            note.Value.Flagged is { } flagged ? day(flagged) : null, _reuses.GetValueOrDefault(note.Key)))],
        FollowUps = [.. _followUps.Values.Select(one => new FollowUpRow(day(one.Sent), one.Outcome, -1))],
        Routing = new(_routed.Count, _routed.Count(one => answered.Contains((one.Question, person(one.Expert)))),
            _declined),
        Annotations = [.. _annotations.Select(one => new Annotation(
            one.Kind, day(Time(one.Values["from"]!)), one.Values["to"] is { } to ? day(Time(to)) : null, day(one.Recorded),
            one.Values["text"] ?? "")
        {
            Amount = Number(one.Values["amount"]),
            Item = (int?)Number(one.Values["item"]),
            Degree = Number(one.Values["degree"]),
        })],
        Stories = _stories.Rows(day, _kept),
        Gaps = [.. _gaps.Select(gap => (day(gap.From), day(gap.To)))],
    };

    private void AddNote(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry["item_id"] is not { } id) return;
        if (entry["answer_id"] is { } answer) _kept.Add(answer);

        // Earlier versions called them items.
        var what = entry.Type.Replace("item.", "knowledge.", StringComparison.Ordinal);
        if (what is not ("knowledge.created" or "knowledge.captured") && !_notes.ContainsKey(id)) return;
        if (!_notes.TryGetValue(id, out var note)) _notes[id] = note = new(at);
        if (what == "knowledge.published") note.Published ??= at;
        if (what == "knowledge.flagged") note.Flagged ??= at;
    }

    private static double? Number(string? text) =>
        text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private sealed class NoteSeen(DateTimeOffset captured)
    {
        public DateTimeOffset Captured => captured;

        public DateTimeOffset? Published { get; set; }

        public DateTimeOffset? Flagged { get; set; }
    }
}
