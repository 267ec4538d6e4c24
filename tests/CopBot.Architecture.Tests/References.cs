using System.Xml.Linq;

namespace CopBot.Architecture.Tests;

/// <summary>
/// References run Host → adapters, ports, storage; adapters → Chat; the rest → CopBot → Chat and the pure parts.
/// </summary>
public sealed class References
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CopBot.Chat"] = [],
        ["CopBot.Matching"] = [],
        ["CopBot.Evaluation"] = [],
        ["CopBot"] = ["CopBot.Chat", "CopBot.Matching", "CopBot.Evaluation"],
        ["CopBot.Slack"] = ["CopBot.Chat"],
        ["CopBot.Teams"] = ["CopBot.Chat"],
        ["CopBot.Playground"] = ["CopBot.Chat"],
        ["CopBot.AzureOpenAI"] = ["CopBot"],
        ["CopBot.Mail"] = ["CopBot.Chat"],
        ["CopBot.Storage.Sqlite"] = ["CopBot"],
        ["CopBot.Storage.Postgres"] = ["CopBot"],
    };

    [Fact]
    public void every_project_references_only_what_its_place_allows()
    {
        foreach (var (project, references) in Projects().Where(project => project.Name != "CopBot.Host"))
        {
            Allowed.ShouldContainKey(project, $"{project} has no place in the layout yet");
            references.Except(Allowed[project]).ShouldBeEmpty($"{project} references what it must not know");
        }
    }

    [Fact]
    public void only_the_product_and_the_engines_know_entity_framework()
    {
        foreach (var project in Projects().Where(p => p.Name is not ("CopBot" or "CopBot.Host")
            && !p.Name.StartsWith("CopBot.Storage", StringComparison.Ordinal)))
        {
            Packages(project.Name).ShouldNotContain(
                package => package.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal), project.Name);
        }
    }

    [Fact]
    public void the_contract_and_the_pure_parts_know_no_web_framework()
    {
        foreach (var name in new[] { "CopBot.Chat", "CopBot.Matching", "CopBot.Evaluation" })
        {
            var file = FileOf(name);
            if (File.Exists(file)) File.ReadAllText(file).ShouldNotContain("Microsoft.AspNetCore");
        }
    }

    private static IEnumerable<(string Name, string[] References)> Projects() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists(FileOf(name)))
            .Select(name => (name, Items(name, "ProjectReference")
                .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray()));

    private static string[] Packages(string project) => [.. Items(project, "PackageReference")];

    private static IEnumerable<string> Items(string project, string element) =>
        XDocument.Load(FileOf(project)).Descendants(element).Select(item => item.Attribute("Include")!.Value);

    private static string FileOf(string project) =>
        Path.Combine(Repository.Root, "src", project, $"{project}.csproj");
}
