namespace CopBot.Evaluation.Records;

/// <summary>
/// Who asked and who answered in a window of time, ready to be measured: members, questions and answers by number
/// instead of by name. What is later than the end is left out, and so are answers to one's own question: they are
/// neither help nor activity.
/// </summary>
public sealed class Exchange
{
    private Exchange(IReadOnlyList<MemberRow> members, IReadOnlyList<QuestionRow> questions, int[] askers,
        IReadOnlyList<AnswerRow> answers, int[] answered, int[] givers, double end, int selfAnswers)
    {
        (Members, Questions, Askers) = (members, questions, askers);
        (Answers, Answered, Givers) = (answers, answered, givers);
        (End, SelfAnswers) = (end, selfAnswers);
        (AskersOf, GiversOf) = (askers, givers);
        AskedOn = [.. questions.Select(question => question.Asked)];
        PostedOn = [.. answers.Select(answer => answer.Posted)];
    }

    /// <summary>Everybody who joined by the end, in the order given.</summary>
    public IReadOnlyList<MemberRow> Members { get; }

    /// <summary>Every question asked by the end, in the order given.</summary>
    public IReadOnlyList<QuestionRow> Questions { get; }

    /// <summary>For each question, the number of who asked; −1 for who asked anonymously.</summary>
    public IReadOnlyList<int> Askers { get; }

    /// <summary>Every answer to somebody else's question posted by the end, in the order given.</summary>
    public IReadOnlyList<AnswerRow> Answers { get; }

    /// <summary>For each answer, the number of its question.</summary>
    public IReadOnlyList<int> Answered { get; }

    /// <summary>For each answer, the number of who gave it.</summary>
    public IReadOnlyList<int> Givers { get; }

    /// <summary>When the window ends, in days since its start.</summary>
    public double End { get; }

    /// <summary>How many answers to their author's own question were left out.</summary>
    public int SelfAnswers { get; }

    // The same side by side: what is looked at a million times.
    internal int[] AskersOf { get; }

    internal int[] GiversOf { get; }

    internal double[] AskedOn { get; }

    internal double[] PostedOn { get; }

    /// <summary>Who was helped by an answer; −1 for who asked anonymously.</summary>
    public int TakerOf(int answer) => Askers[Answered[answer]];

    /// <summary>Puts rows together.</summary>
    /// <exception cref="BadRowException">
    /// An id stands twice, a name is unknown, or an answer is older than its question.
    /// </exception>
    public static Exchange Of(
        IEnumerable<MemberRow> members, IEnumerable<QuestionRow> questions, IEnumerable<AnswerRow> answers, double end)
    {
        var everybody = members as IReadOnlyCollection<MemberRow> ?? [.. members];
        var known = new Dictionary<string, int>(everybody.Count, StringComparer.Ordinal);
        var belonging = new List<MemberRow>(everybody.Count);
        foreach (var member in everybody)
        {
            if (!known.TryAdd(member.Id, member.Joined <= end ? belonging.Count : -1)) throw Twice("Member", member.Id);
            if (member.Joined <= end) belonging.Add(member);
        }

        // Names are looked up a million times: answers beside questions.
        var rows = answers as IReadOnlyList<AnswerRow> ?? [.. answers];
        var counted = Task.Run(() => Count(rows, known));
        var (asked, askers, places) = Ask(questions, known, end);
        var everyGiver = counted.GetAwaiter().GetResult();
        var (given, answered, givers) =
            (new List<AnswerRow>(rows.Count), new List<int>(rows.Count), new List<int>(rows.Count));
        var own = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var (answer, giver) = (rows[row], everyGiver[row]);
            if (!places.TryGetValue(answer.Question, out var place))
            {
                throw new BadRowException(
                    $"Answer {answer.Id} answers question {answer.Question}, which is not among the questions: add it.");
            }

            if (place.Asked > answer.Posted)
            {
                throw new BadRowException(
                    $"Answer {answer.Id} (day {answer.Posted}) is older than its question {answer.Question} "
                    + $"(day {place.Asked}): mend one of the two.");
            }

            if (answer.Posted > end) continue;
            if (giver < 0) throw Early(answer.Answerer, $"Answer {answer.Id}");
            if (askers[place.Number] == giver)
            {
                own++;
                continue;
            }

            given.Add(answer);
            answered.Add(place.Number);
            givers.Add(giver);
        }

        return new(belonging, asked, [.. askers], given, [.. answered], [.. givers], end, own);
    }

    /// <summary>The number of who gave each answer; each answer is there once.</summary>
    private static int[] Count(IReadOnlyList<AnswerRow> answers, Dictionary<string, int> known)
    {
        var (seen, givers) = (new HashSet<string>(answers.Count, StringComparer.Ordinal), new int[answers.Count]);
        for (var row = 0; row < givers.Length; row++)
        {
            var answer = answers[row];
            if (!seen.Add(answer.Id)) throw Twice("Answer", answer.Id);
            givers[row] = known.TryGetValue(answer.Answerer, out var number)
                ? number
                : throw Unknown(answer.Answerer, $"Answer {answer.Id}");
        }

        return givers;
    }

    private static (List<QuestionRow>, List<int>, Dictionary<string, (int Number, double Asked)>) Ask(
        IEnumerable<QuestionRow> questions, Dictionary<string, int> known, double end)
    {
        var count = CountOf(questions);
        var (asked, askers) = (new List<QuestionRow>(count), new List<int>(count));
        var places = new Dictionary<string, (int, double)>(count, StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var asker = question.Asker is null ? -1
                : known.TryGetValue(question.Asker, out var number) ? number
                : throw Unknown(question.Asker, $"Question {question.Id}");
            var within = question.Asked <= end;
            if (!places.TryAdd(question.Id, (within ? asked.Count : -1, question.Asked)))
            {
                throw Twice("Question", question.Id);
            }

            if (!within) continue;
            if (asker < 0 && question.Asker is not null) throw Early(question.Asker, $"Question {question.Id}");
            asked.Add(question);
            askers.Add(asker);
        }

        return (asked, askers, places);
    }

    private static int CountOf<T>(IEnumerable<T> rows) => rows.TryGetNonEnumeratedCount(out var count) ? count : 0;

    private static BadRowException Unknown(string id, string where) => new(
        $"{where} is by {id}, who is not among the members: add a row for each who asked or answered.");

    private static BadRowException Twice(string kind, string id) =>
        new($"{kind} {id} stands there twice: each needs a name of its own.");

    private static BadRowException Early(string id, string where) =>
        new($"{where} is by {id}, who joined only after the end of the window: mend the day of joining.");
}
