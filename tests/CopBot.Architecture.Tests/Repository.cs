using System.Reflection;

namespace CopBot.Architecture.Tests;

/// <summary>The source tree these tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written source files: no generated code, no migrations.</summary>
    public static IReadOnlyList<string> Sources(string folder = "src") =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                && !IsMigration(path))
            .Order(StringComparer.Ordinal)];

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static bool IsMigration(string path) =>
        path.Contains("/Migrations/", StringComparison.Ordinal)
        && (path.EndsWith(".Designer.cs", StringComparison.Ordinal)
            || path.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal)
            || char.IsDigit(Path.GetFileName(path)[0]));

    private static string FindRoot()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "CopBot.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
