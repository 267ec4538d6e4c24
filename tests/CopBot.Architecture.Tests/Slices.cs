using System.Text.RegularExpressions;

namespace CopBot.Architecture.Tests;

/// <summary>A slice never references a slice: they meet in the domain.</summary>
public sealed partial class Slices
{
    [Fact]
    public void no_slice_names_another()
    {
        var features = Path.Combine(Repository.Root, "src", "CopBot", "Features");
        var slices = Directory.EnumerateDirectories(features).Select(folder => Path.GetFileName(folder)!).ToList();
        slices.Count.ShouldBeGreaterThan(3);
        var crossings =
            from slice in slices
            from path in Repository.Sources(Path.Combine("src", "CopBot", "Features", slice))
            from Match match in FeatureName().Matches(File.ReadAllText(path))
            let other = match.Groups[1].Value
            where other != slice && slices.Contains(other)
            select $"{Repository.Relative(path)} names {other}";
        crossings.ShouldBeEmpty();
    }

    [Fact]
    public void the_domain_and_the_pipeline_know_no_slice()
    {
        var knowing = Repository.Sources("src/CopBot/Domain").Concat(Repository.Sources("src/CopBot/Pipeline"))
            .Where(path => FeatureName().IsMatch(File.ReadAllText(path)));
        knowing.Select(Repository.Relative).ShouldBeEmpty();
    }

    [GeneratedRegex(@"CopBot\.Features\.(\w+)")]
    private static partial Regex FeatureName();
}
