using System.Text.Encodings.Web;
using System.Text.Json;
using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Verification;

namespace CopBot.Host.Evaluating;

/// <summary>
/// A folder with which anybody recomputes what CopBot computed: rows, figures, and a script for R that compares.
/// </summary>
internal static class VerificationFolder
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(DirectoryInfo folder, MeasuredRows rows)
    {
        folder.Create();
        string PathOf(string name) => Path.Combine(folder.FullName, name);
        if (rows.Exchange is { } exchange) WriteExchange(PathOf, exchange);
        if (rows.Months is { } months) WriteMonths(PathOf("monthly.csv"), months);
        if (rows.Ties is { } ties)
        {
            CsvFile.Write(PathOf("edges.csv"), ["from", "to"], ties, tie => [tie.From, tie.To]);
        }

        if (rows.Watched is { } watched)
        {
            CsvFile.Write(
                PathOf("survival.csv"), ["time", "cens", "treat"], watched,
                one => [one.Seen.Time, one.Seen.Happened, one.Group]);
        }

        var figures = rows.Measure();
        File.WriteAllText(PathOf("figures.json"), figures.ToJsonString(Readable));
        CsvFile.Write(
            PathOf("figures.csv"), ["name", "value"], FlatFigures.Of(figures), figure => [figure.Name, figure.Value]);
        File.WriteAllText(PathOf(RScript.Name), RScript.Text);
    }

    private static void WriteExchange(Func<string, string> pathOf, Exchange exchange)
    {
        CsvFile.Write(pathOf("window.csv"), ["end_day"], [exchange.End], end => [end]);
        CsvFile.Write(
            pathOf("members.csv"), ["member", "org", "country", "role", "joined_day", "left_day"], exchange.Members,
            m => [m.Id, m.Organisation, m.Country, m.Role, m.Joined, m.Left]);
        CsvFile.Write(
            pathOf("questions.csv"), ["question", "asker", "day", "closed_day"], exchange.Questions,
            q => [q.Id, q.Asker, q.Asked, q.Closed]);
        CsvFile.Write(
            pathOf("answers.csv"), ["answer", "question", "answerer", "day", "accepted"], exchange.Answers,
            a => [a.Id, a.Question, a.Answerer, a.Posted, a.Accepted]);
    }

    private static void WriteMonths(string path, IReadOnlyList<MonthRow> months) => CsvFile.Write(
        path,
        [
            "month", "formal", "months_since", "funding_kusd", "active", "active_control", "leader_gives",
            "new_contributors",
        ],
        months,
        m =>
        [
            m.Month, m.Formal, m.MonthsSince, m.Funding, m.Active, m.ActiveControl, m.LeaderGives, m.NewContributors,
        ]);
}
