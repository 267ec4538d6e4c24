using CopBot.Features.Keeping;
using Markdig;
using Markdig.Syntax;

namespace CopBot.Host.Seeding;

/// <summary>
/// Notes in a Markdown file: each heading of the first level is a title, those of the second name the parts; what
/// stands before the first of these is what was done.
/// </summary>
internal static class MarkdownNotes
{
    /// <summary>The notes; what can't be read is added to the faults.</summary>
    public static IReadOnlyList<SeededNote> Read(string text, ICollection<string> faults)
    {
        var notes = new List<SeededNote>();
        Dictionary<string, string>? parts = null;
        var part = "doing";
        foreach (var block in Markdown.Parse(text))
        {
            var line = $"line {block.Line + 1}";
            var words = text.Substring(block.Span.Start, block.Span.Length).Trim();
            switch (block)
            {
                case HeadingBlock { Level: 1 }:
                    parts = new(StringComparer.Ordinal) { ["title"] = Title(words) };
                    notes.Add(new(line, parts));
                    part = "doing";
                    break;
                case HeadingBlock when parts is not null:
                    if (PartNames.IdOf(Title(words)) is { } id) part = id;
                    else faults.Add($"{line}: no part of a note is called “{Title(words)}”. Use {PartNames.Known}.");
                    break;
                default:
                    if (parts is null) faults.Add($"{line}: what stands before the first heading “# …” belongs to no note.");
                    else parts[part] = parts.TryGetValue(part, out var before) ? $"{before}\n\n{words}" : words;
                    break;
            }
        }

        if (notes.Count == 0 && faults.Count == 0) faults.Add("line 1: there is no heading “# …”, so there is no note.");
        return notes;
    }

    private static string Title(string heading) => heading.Trim('#', '=', '-', ' ', '\n', '\r');
}
