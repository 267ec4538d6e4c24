using CopBot.Testing.Hosting;

namespace CopBot.Host.Tests;

/// <summary>What an administrator mistypes is said in a line, with the mend; never a stack trace, never in silence.</summary>
[Trait("Engine", "Irrelevant")]
public sealed class AtTheCommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copbot-line-");

    [Theory]
    [InlineData("doctr", "There is no verb “doctr”")]
    [InlineData("claim --comunity x", "“--comunity” is not understood")]
    [InlineData("log verify", "There is no database")]
    [InlineData("log export --out x.jsonl", "There is no database")]
    [InlineData("deadletters list", "There is no database")]
    [InlineData("index rebuild", "There is no database")]
    [InlineData("notes import none.csv", "There is no file")]
    [InlineData("notes import latin.csv", "save it as “CSV UTF-8”")]
    [InlineData("notes import wide.csv", "has 3 fields but 2 were expected")]
    [InlineData("notes import twice.csv", "line 3: “A” is the title of line 2 already")]
    [InlineData("notes import tongue.csv", "line 2: “deutsch” is no language")]
    [InlineData("notes import head.csv", "there is no note below the first line")]
    [InlineData("manifest slack --out x.json", "PublicUrl is not set")]
    [InlineData("manifest slack --url https://b.example --out none/x.json", "Give another path")]
    [InlineData("manifest teams --url https://b.example --out x.zip", "which is no GUID")]
    public async Task a_mistake_is_one_line(string typed, string said)
    {
        var folder = _folder.FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "latin.csv"), "title,doing\nCaf\u00e9,b\n"u8.ToArray()
            .Where(one => one != 0xC3).ToArray());
        await File.WriteAllTextAsync(Path.Combine(folder, "wide.csv"), "title,doing\nA,b,c\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "twice.csv"), "title,doing\nA,b\nA,c\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "tongue.csv"), "title,doing,language\nA,b,deutsch\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "head.csv"), "title,doing\n");
        var (exit, output) = await new ShippedProgram(folder).RunAsync(typed.Split(' '));
        exit.ShouldBe(2, output);
        output.ShouldContain(said);
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("does not start");
    }

    [Theory]
    [InlineData("Playground:Enabled", "maybe")]
    [InlineData("Communities:budget:Languages:0", "de")]
    public async Task a_wrong_setting_is_named(string setting, string value)
    {
        var program = new ShippedProgram(_folder.FullName);
        program.Settings[setting] = value;
        var (exit, output) = await program.RunAsync("claim");
        exit.ShouldBe(2, output);
        output.ShouldContain(value);
        output.ShouldContain(setting.Split(':')[0]);
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task a_broken_settings_file_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), "{ \"a\": 1 \"b\": 2 }");
        var (exit, output) = await new ShippedProgram(_folder.FullName).RunAsync("doctor");
        exit.ShouldBe(2, output);
        output.ShouldContain("appsettings.json");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
