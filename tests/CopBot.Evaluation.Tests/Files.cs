using System.Globalization;
using CopBot.Evaluation.Figures;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;
using CsvHelper;

namespace CopBot.Evaluation.Tests;

/// <summary>The small sets with known answers.</summary>
internal static class Files
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static Exchange Toy { get; } = Exchange.Of(
        Read("toy/members.csv", row => new MemberRow(
            row("member"), row("org"), row("country"), row("role"), Number(row("joined_day")))),
        Read("toy/questions.csv", row => new QuestionRow(row("question"), row("asker"), Number(row("day")))),
        Read("toy/answers.csv", row => new AnswerRow(
            row("answer"), row("question"), row("answerer"), Number(row("day")), row("accepted") == "1")),
        end: 90);

    public static IReadOnlyList<(string From, string To)> Karate { get; } =
        Read("karate_edges.csv", row => (row("from"), row("to")));

    public static IReadOnlyList<(Observation Seen, string Group)> Gehan { get; } = Read("gehan_6mp.csv", row =>
        (new Observation(Number(row("time")), row("cens") == "1"), row("treat")));

    public static IReadOnlyList<(Observation Seen, string Sex)> Lung { get; } = Read("lung.csv", row =>
        (new Observation(Number(row("time")), row("status") == "2"), row("sex")));

    public static IReadOnlyList<MonthRow> Months { get; } = Read("synthetic/cop_monthly.csv", row => new MonthRow(
        Number(row("month")), Number(row("formal")), Number(row("months_since")), Number(row("funding_kusd")),
        Number(row("active")), Number(row("active_control")), Number(row("leader_gives")), Number(row("new_contributors"))));

    public static IReadOnlyDictionary<string, string> Factions { get; } =
        Read("karate_factions.csv", row => (Node: row("node"), Faction: row("faction"))).ToDictionary(one => one.Node, one => one.Faction);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<T> Read<T>(string name, Func<Func<string, string>, T> of)
    {
        using var csv = CsvReader.Create(File.OpenRead(PathOf(name)), new CsvReaderOptions());
        csv.ReadHeader();
        string[] columns = [.. csv.Headers];
        var rows = new List<T>();
        while (csv.Read()) rows.Add(of(column => csv.GetString(Array.IndexOf(columns, column))));
        return rows;
    }
}
