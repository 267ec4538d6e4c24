using CopBot.Evaluation.Records;
using CopBot.Host.Evaluating;
using System.Text.Json.Nodes;
using CopBot.Testing.Evaluation;
using CopBot.Testing.Node;

namespace CopBot.Host.Tests;

/// <summary>A study gets what members agreed to, under names of its own.</summary>
public sealed class Studies
{
    private static readonly byte[] CommunityKey = [1, 2, 3, 4];
    private static readonly Exchange All = new SyntheticCommunity(80, 300, 200, seed: 4).Exchange;

    private static History History { get; } = new(DateTimeOffset.UnixEpoch, All.End, All)
    {
        AgreedToResearch = [.. All.Members.Select((_, number) => number % 3 != 0)],
    };

    [Fact]
    public void who_did_not_agree_is_in_no_row()
    {
        var study = StudyExport.Of(History, StudyExport.KeyOf(CommunityKey, "one"));

        study.Members.Count.ShouldBe(History.AgreedToResearch.Count(yes => yes));
        study.Questions.ShouldAllBe(question => question.Asker != null);
        study.Questions.Count.ShouldBeLessThan(All.Questions.Count);
        study.Answers.Count.ShouldBeGreaterThan(0);
        var text = string.Join(' ', study.Members.Select(member => member.Id).Concat(study.Questions.Select(q => q.Id)));
        foreach (var member in All.Members) text.ShouldNotContain(member.Id);
    }

    [Fact]
    public void each_study_has_names_of_its_own_and_keeps_them()
    {
        string[] Names(string study) => [.. StudyExport.Of(History, StudyExport.KeyOf(CommunityKey, study)).Members.Select(member => member.Id)];

        Names("one").ShouldBe(Names("one"));
        Names("one").Intersect(Names("two")).ShouldBeEmpty();
        Names("one").ShouldBeInOrder();
        Names("one").ShouldAllBe(name => name.Length == 64);
    }

    [Fact]
    public async Task every_statement_is_valid_and_the_same_at_every_export()
    {
        string[] Lines() =>
        [
            .. new XapiStatements(new("https://bot.example.org/"), "budget officers", "one", DateTimeOffset.UnixEpoch)
                .Of(StudyExport.Of(History, StudyExport.KeyOf(CommunityKey, "one"))).Select(one => one.ToJsonString()),
        ];
        var lines = Lines();

        lines.ShouldBe(Lines());
        var ids = lines.Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        var (exit, said) = await NodeProcess.RunAsync("validate-xapi.mjs", [], lines);
        said.ShouldContain($"{lines.Length} valid, 0 invalid");
        exit.ShouldBe(0);
        (await NodeProcess.RunAsync("validate-xapi.mjs", [], [lines[0].Replace("Agent", "Somebody")])).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void every_column_that_is_written_stands_in_the_dictionary()
    {
        var folder = Directory.CreateTempSubdirectory("study");
        try
        {
            VerificationFolder.Write(folder, new(StudyExport.Of(History, StudyExport.KeyOf(CommunityKey, "one")), null, null, null));
            foreach (var file in folder.GetFiles("*.csv"))
            {
                var columns = File.ReadLines(file.FullName).First().Split(',');
                StudyExport.Dictionary.Where(row => row.File == file.Name).Select(row => row.Column).ShouldBe(columns, file.Name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
