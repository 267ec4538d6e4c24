using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary><c>edit N2 title: …</c>: one part of a note, by its name in either language.</summary>
internal static partial class EditByWords
{
    private static readonly Dictionary<string, string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title", ["titre"] = "title", ["situation"] = "situation", ["turning"] = "turning",
        ["déclic"] = "turning", ["declic"] = "turning", ["doing"] = "doing", ["action"] = "doing",
        ["mistake"] = "mistake", ["erreur"] = "mistake", ["limits"] = "limits", ["limites"] = "limits",
        ["valid"] = "valid", ["validité"] = "valid", ["validite"] = "valid",
        ["topics"] = "topics", ["sujets"] = "topics",
    };

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var match = Words().Match(call.Argument);
        var number = int.Parse(match.Groups["note"].ValueSpan, CultureInfo.InvariantCulture);
        var part = Parts[match.Groups["part"].Value];
        var changed = new Dictionary<string, string>(StringComparer.Ordinal) { [part] = match.Groups["words"].Value };
        return await EditForm.ChangeAsync(turn, await turn.FindNoteAsync(number, cancel), changed, cancel);
    }

    [GeneratedRegex(
        @"N(?<note>[0-9]{1,9})\s+(?<part>title|titre|situation|turning|d[ée]clic|doing|action|mistake|erreur|limits|limites|valid|validit[ée]|topics|sujets)\s*:\s*(?<words>.{0,3000})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        100)]
    public static partial Regex Words();
}
