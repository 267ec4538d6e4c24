using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Host.Evaluating;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary><c>evaluation measure</c>: the measures, of any files in the given form.</summary>
internal static class EvaluationCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command => new("evaluation", "What a community is worth, in numbers.") { Measure };

    private static Command Measure
    {
        get
        {
            var members = File("--members", "CSV: member,org,country,role,joined_day");
            var questions = File("--questions", "CSV: question,asker,day");
            var answers = File("--answers", "CSV: answer,question,answerer,day,accepted");
            var end = new Option<double?>("--end-day")
            {
                Description = "Where the window ends; by default the last day in the files, rounded up.",
            };
            var monthly = File(
                "--monthly", "CSV: month and any of formal,months_since,funding_kusd,active,active_control,leader_gives,new_contributors");
            var edges = File("--edges", "CSV: from,to");
            var survival = File("--survival", "CSV: time,cens,treat (1: it happened; one group is called control)");
            var json = new Option<bool>("--json") { Description = "One JSON object, with everything, in one line." };
            var command = new Command("measure", "Compute all that the given files allow; docs/evaluation.md explains each figure.")
            {
                members, questions, answers, end, monthly, edges, survival, json,
            };
            command.SetAction(result =>
            {
                var files = new MeasuredFiles(
                    result.GetValue(members), result.GetValue(questions), result.GetValue(answers), result.GetValue(end),
                    result.GetValue(monthly), result.GetValue(edges), result.GetValue(survival));
                Print(files.Measure(), result.GetValue(json));
                return 0;
            });
            return command;
        }
    }

    private static Option<FileInfo> File(string name, string description) =>
        new Option<FileInfo>(name) { Description = description }.AcceptExistingOnly();

    private static void Print(JsonObject figures, bool json)
    {
        if (json)
        {
            Console.WriteLine(figures.ToJsonString(Plain));
            return;
        }

        if (figures.Count == 0) AnsiConsole.WriteLine("There is nothing to measure: name files; --help says which.");
        foreach (var (part, measured) in figures)
        {
            var table = new Table { Title = new TableTitle(part) }.AddColumns("figure", "value");
            foreach (var (name, value) in measured!.AsObject().Where(figure => figure.Value is null or JsonValue))
            {
                table.AddRow(Markup.Escape(name), value is null ? "–" : Markup.Escape(value.ToJsonString(Plain)));
            }

            AnsiConsole.Write(table);
        }

        if (figures.Count > 0) AnsiConsole.WriteLine("Figures of each member, curves and intervals: --json.");
    }
}
