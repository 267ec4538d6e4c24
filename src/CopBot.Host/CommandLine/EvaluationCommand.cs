using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Evaluation.Verification;
using CopBot.Host.Evaluating;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary>
/// <c>evaluation measure</c>, <c>verify</c> and <c>export</c>: the measures, of any files in the given form.
/// </summary>
internal static class EvaluationCommand
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command => new("evaluation", "What a community is worth, in numbers.") { Measure, Verify, StudyCommand.Command };

    private static Command Measure
    {
        get
        {
            var files = new FileOptions();
            var json = new Option<bool>("--json") { Description = "One JSON object, with everything, in one line." };
            var command = files.AddTo(new(
                "measure", "Compute all that the given files allow; docs/evaluation.md explains each figure.") { json });
            command.SetAction(result =>
            {
                Print(files.Of(result).Read().Measure(), result.GetValue(json));
                return 0;
            });
            return command;
        }
    }

    private static Command Verify
    {
        get
        {
            var files = new FileOptions();
            var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write.", Required = true };
            var community = new Option<string?>("--community")
            {
                Description = "Instead of files: a community's own log, of everybody, under names that are thrown away; the log keeps that it was done.",
            };
            var command = files.AddTo(new(
                "verify", "Write rows, figures and a script for R that computes them again and compares.") { folder, community });
            command.SetAction(async (result, cancel) =>
            {
                var output = result.GetRequiredValue(folder);
                var rows = result.GetValue(community) is { } name
                    ? new MeasuredRows(await LoggedExchange.ReadAsync(name, cancel), null, null, null)
                    : files.Of(result).Read();
                VerificationFolder.Write(output, rows);
                Console.WriteLine($"Compare with R: Rscript {Path.Combine(output.FullName, RScript.Name)} {output.FullName}");
                return 0;
            });
            return command;
        }
    }

    /// <summary>The files that may be given.</summary>
    private sealed class FileOptions
    {
        private readonly Option<FileInfo> _members = File("--members", "CSV: member,org,country,role,joined_day");
        private readonly Option<FileInfo> _questions = File("--questions", "CSV: question,asker,day");
        private readonly Option<FileInfo> _answers = File("--answers", "CSV: answer,question,answerer,day,accepted");
        private readonly Option<FileInfo> _edges = File("--edges", "CSV: from,to");
        private readonly Option<FileInfo> _monthly = File(
            "--monthly",
            "CSV: month and any of formal,months_since,funding_kusd,active,active_control,leader_gives,new_contributors");

        private readonly Option<FileInfo> _survival = File(
            "--survival", "CSV: time,cens,treat (1: it happened; one group is called control)");

        private readonly Option<double?> _end = new("--end-day")
        {
            Description = "Where the window ends; by default the last day in the files, rounded up.",
        };

        public Command AddTo(Command command)
        {
            foreach (var option in (Option[])[_members, _questions, _answers, _end, _monthly, _edges, _survival])
            {
                command.Add(option);
            }

            return command;
        }

        public MeasuredFiles Of(ParseResult result) => new(
            result.GetValue(_members), result.GetValue(_questions), result.GetValue(_answers), result.GetValue(_end),
            result.GetValue(_monthly), result.GetValue(_edges), result.GetValue(_survival));
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
