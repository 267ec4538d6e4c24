using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Host.Evaluating;

/// <summary>The files that <c>evaluation measure</c> is given; any may be missing.</summary>
internal sealed record MeasuredFiles(
    FileInfo? Members, FileInfo? Questions, FileInfo? Answers, double? EndDay, FileInfo? Monthly, FileInfo? Edges,
    FileInfo? Survival)
{
    /// <summary>Reads them.</summary>
    public MeasuredRows Read() => new(
        ReadExchange(),
        Monthly is null ? null : CsvTable.Read(Monthly, ["month"], ToMonth),
        Edges is null ? null : CsvTable.Read(Edges, ["from", "to"], ToTie),
        Survival is null ? null : ReadSurvival(Survival));

    private Exchange? ReadExchange()
    {
        if (Members is null)
        {
            return Questions is null && Answers is null ? null : throw new BadRowException(
                "Questions and answers need to know whose they are: give --members, too.");
        }

        var members = CsvTable.Read(Members, ["member", "joined_day"], row => new MemberRow(
            row.Name("member"), row.Text("org"), row.Text("country"), row.Text("role"), row.Amount("joined_day"),
            row.Number("left_day")));
        var questions = Questions is null ? [] : CsvTable.Read(Questions, ["question", "asker", "day"], row => new QuestionRow(
            row.Name("question"), row.Text("asker"), row.Amount("day"), row.Number("closed_day")));
        var answers = Answers is null ? [] : CsvTable.Read(Answers, ["question", "answerer", "day"], row => new AnswerRow(
            row.Text("answer") ?? $"in line {row.Line}", row.Name("question"), row.Name("answerer"), row.Amount("day"),
            row.Flag("accepted")));
        var days = members.Select(m => m.Joined).Concat(questions.Select(q => q.Asked))
            .Concat(answers.Select(a => a.Posted));
        return Exchange.Of(members, questions, answers, EndDay ?? Math.Ceiling(days.DefaultIfEmpty().Max()));
    }

    private static MonthRow ToMonth(CsvTable row) => new(
        row.Amount("month"), row.Number("formal"), row.Number("months_since"), row.Number("funding_kusd"),
        row.Number("active"), row.Number("active_control"), row.Number("leader_gives"), row.Number("new_contributors"));

    private static (string, string) ToTie(CsvTable row) => (row.Name("from"), row.Name("to"));

    private static List<(Observation, string)> ReadSurvival(FileInfo file)
    {
        // R writes 0 and 1, or 1 and 2: the larger is that it happened.
        var rows = CsvTable.Read(file, ["time"], row =>
        {
            var (happened, group) = (row.FirstOf("cens", "event", "status"), row.FirstOf("treat", "group", "arm"));
            if (happened is null) throw row.Fault("cens", "is missing: name the column that says whether it happened so.");
            var time = row.Amount("time");
            if (time < 0) throw row.Fault("time", "is negative; nothing happens before its start.");
            return (Time: time, Code: row.Amount(happened), Group: group is null ? "all" : row.Name(group));
        });
        var happens = rows.Any(row => row.Code == 2) ? 2 : 1;
        return [.. rows.Select(row => (new Observation(row.Time, row.Code == happens), row.Group))];
    }
}
