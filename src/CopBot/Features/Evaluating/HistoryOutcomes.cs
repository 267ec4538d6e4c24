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
            case "data.gap" when entry["from"] is { } from && entry["to"] is { } to:
                _gaps.Add((Time(from), Time(to)));
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
        Gaps = [.. _gaps.Select(gap => (day(gap.From), day(gap.To)))],
    };

    private void AddNote(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry["item_id"] is not { } id) return;

        // Earlier versions called them items.
        var what = entry.Type.Replace("item.", "knowledge.", StringComparison.Ordinal);
        if (what is not ("knowledge.created" or "knowledge.captured") && !_notes.ContainsKey(id)) return;
        if (!_notes.TryGetValue(id, out var note)) _notes[id] = note = new(at);
        if (what == "knowledge.published") note.Published ??= at;
        if (what == "knowledge.flagged") note.Flagged ??= at;
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class NoteSeen(DateTimeOffset captured)
    {
        public DateTimeOffset Captured => captured;

        public DateTimeOffset? Published { get; set; }

        public DateTimeOffset? Flagged { get; set; }
    }
}
