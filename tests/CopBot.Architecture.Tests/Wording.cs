using System.Text.RegularExpressions;

namespace CopBot.Architecture.Tests;

/// <summary>What may not be written where.</summary>
public sealed partial class Wording
{
    private static readonly string[] Neutral = ["CopBot.Chat", "CopBot", "CopBot.Matching", "CopBot.Evaluation"];

    [Fact]
    public void no_platform_is_named_in_the_core()
    {
        var named = Neutral.Select(project => Path.Combine("src", project))
            .Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
            .SelectMany(Repository.Sources)
            .Where(path => Platform().IsMatch(File.ReadAllText(path)));
        named.Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void no_name_says_manager_helper_or_utils()
    {
        var vague = Repository.Sources().Concat(Repository.Sources("tests"))
            .Where(path => Vague().IsMatch(Path.GetFileNameWithoutExtension(path)));
        vague.Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void every_suppression_has_a_reason()
    {
        var silent = Repository.Sources().SelectMany(path => File.ReadLines(path)
            .Where(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
                && !line.Contains("//", StringComparison.Ordinal))
            .Select(line => $"{Repository.Relative(path)}: {line}"));
        silent.ShouldBeEmpty();
    }

    [Fact]
    public void the_product_logs_only_through_its_log_class()
    {
        var loose = Repository.Sources()
            .Where(path => LooseLog().IsMatch(File.ReadAllText(path)));
        loose.Select(Repository.Relative).ShouldBeEmpty();
    }

    [GeneratedRegex("slack|teams|mattermost|discord", RegexOptions.IgnoreCase)]
    private static partial Regex Platform();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Util)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex LooseLog();
}
