using CopBot.Evaluation.Records;

namespace CopBot.Features.Evaluating;

/// <summary>Collects what entries tell, one after the other, and puts it together at the end.</summary>
internal sealed class HistoryBuilder(IReadOnlySet<string> voided)
{
    private readonly HistoryPeople _people = new();
    private readonly Dictionary<string, QuestionSeen> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerSeen> _answers = new(StringComparer.Ordinal);
    private readonly List<(string Member, DateTimeOffset At)> _traces = [];
    private readonly HistoryOutcomes _outcomes = new();
    private DateTimeOffset? _first;
    private DateTimeOffset _last;

    public void Add(LoggedEvent entry)
    {
        if (entry["event_id"] is { } id && voided.Contains(id)) return;
        var at = entry.OccurredAt;
        if (_first is null || at < _first) _first = at;
        if (entry.RecordedAt > _last) _last = entry.RecordedAt;
        if (at > _last) _last = at;
        if (entry.Type.StartsWith("member.", StringComparison.Ordinal)
            || entry.Type.StartsWith("consent.", StringComparison.Ordinal))
        {
            _people.Add(entry, at);
            return;
        }

        if (entry.Actor is { } actor && entry["actor_role"] is not null) _people.Describe(actor, entry);
        switch (entry.Type)
        {
            case "question.asked":
                Ask(entry, at);
                break;
            case "question.withdrawn" or "question.closed" when Question(entry) is { } question:
                question.Closed = at;
                break;
            case "answer.posted":
                Answer(entry, at);
                break;
            case "answer.deleted":
                _answers.Remove(entry["answer_id"] ?? "");
                break;
            case "answer.accepted" or "answer.unaccepted" when _answers.TryGetValue(entry["answer_id"] ?? "", out var answer):
                answer.Accepted = entry.Type == "answer.accepted";
                Leave(entry, at);
                break;
            default:
                _outcomes.Add(entry, at);
                Leave(entry, at);
                break;
        }
    }

    public History Build()
    {
        var first = (_first ?? DateTimeOffset.UnixEpoch).UtcDateTime;
        var start = new DateTimeOffset(first.Date, TimeSpan.Zero);
        double Day(DateTimeOffset at) => (at - start).TotalDays;
        var end = _first is null ? 0 : Day(_last);
        var members = _people.Rows(Day, end);
        var numbers = members.Select((member, number) => (member.Id, number))
            .ToDictionary(one => one.Id, one => one.number, StringComparer.Ordinal);
        int? NumberOf(string? pseudonym) =>
            pseudonym is not null && numbers.TryGetValue(_people.Of(pseudonym), out var number) ? number : null;
        string? IdOf(string? pseudonym) => NumberOf(pseudonym) is { } number ? members[number].Id : null;
        var questions = _questions.Select(one => new QuestionRow(
            one.Key, one.Value.Anonymous ? null : IdOf(one.Value.Asker), Day(one.Value.Asked),
            one.Value.Closed is { } closed ? Day(closed) : null)).ToList();
        var answers =
            _answers.Where(one => IdOf(one.Value.Answerer) is not null && _questions.ContainsKey(one.Value.Question))
            .Select(one => new AnswerRow(
                one.Key, one.Value.Question, IdOf(one.Value.Answerer)!,

                // Two clocks, the platforms': an answer may seem to come a moment before its question.
                Math.Max(Day(one.Value.Posted), Day(_questions[one.Value.Question].Asked)),
                    one.Value.Accepted)).ToList();
        return _outcomes.AddTo(
            new History(start, end, Exchange.Of(members, questions, answers, end))
            {
                Traces = [.. _traces.Where(one => NumberOf(one.Member) is not null)
                    .Select(one => new Trace(NumberOf(one.Member)!.Value, Day(one.At)))],
                Leaders = [.. _people.Leading(Day, NumberOf)],
                AgreedToResearch = [.. members.Select(member => _people.Agreed(member.Id))],
                AgreedToStudies = [.. members.Select(member => _people.Studies(member.Id))],
            },
            Day, _people.Of, [.. _answers.Values.Select(one => (one.Question, _people.Of(one.Answerer)))]);
    }

    private void Ask(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry["question_id"] is not { } id) return;
        _questions.TryAdd(id, new(entry.Actor, at, entry["anonymous"] == "true"));
    }

    private void Answer(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry["answer_id"] is not { } id || entry["question_id"] is not { } question || entry.Actor is null) return;
        _answers.TryAdd(id, new(question, entry.Actor, at));
    }

    private void Leave(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry.Actor is { } actor) _traces.Add((actor, at));
    }

    private QuestionSeen? Question(LoggedEvent entry) => _questions.GetValueOrDefault(entry["question_id"] ?? "");

    private sealed class QuestionSeen(string? asker, DateTimeOffset asked, bool anonymous)
    {
        public string? Asker => asker;

        public DateTimeOffset Asked => asked;

        public bool Anonymous => anonymous;

        public DateTimeOffset? Closed { get; set; }
    }

    private sealed class AnswerSeen(string question, string answerer, DateTimeOffset posted)
    {
        public string Question => question;

        public string Answerer => answerer;

        public DateTimeOffset Posted => posted;

        public bool Accepted { get; set; }
    }
}
