using Microsoft.AspNetCore.Http;

namespace CopBot.Playground.Web;

/// <summary>Files that ship inside the assembly.</summary>
internal static class Asset
{
    public static IResult Of(string name, string type) => Results.Stream(Open(name), type);

    public static string TextOf(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) =>
        typeof(Asset).Assembly.GetManifestResourceStream($"CopBot.Playground.Web.{name}")
        ?? throw new InvalidOperationException($"The file {name} does not ship with the Playground.");
}
