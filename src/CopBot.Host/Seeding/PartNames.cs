namespace CopBot.Host.Seeding;

/// <summary>How files may call a note's parts.</summary>
internal static class PartNames
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title", ["titre"] = "title",
        ["situation"] = "situation",
        ["turning"] = "turning", ["turning point"] = "turning", ["déclic"] = "turning",
        ["doing"] = "doing", ["what you did, and why"] = "doing", ["what we did"] = "doing", ["action"] = "doing",
        ["mistake"] = "mistake", ["what newcomers get wrong"] = "mistake", ["erreur"] = "mistake",
        ["limits"] = "limits", ["when it would not work"] = "limits", ["limites"] = "limits",
        ["topics"] = "topics", ["sujets"] = "topics", ["language"] = "language", ["langue"] = "language",
        ["valid"] = "valid", ["valid for"] = "valid", ["validité"] = "valid",
    };

    public static string Known => "title, situation, turning point, doing, mistake, limits, valid for, topics, language";

    /// <returns>The part's id; null if nothing is called so.</returns>
    public static string? IdOf(string name) => Ids.GetValueOrDefault(name.Trim().TrimEnd('?', ':').Trim());
}
