namespace CopBot.Domain;

/// <summary>A note's parts by the ids that forms, words and files call them.</summary>
internal static class NoteParts
{
    public static string? Of(PracticeNote note, string id) => id switch
    {
        "title" => note.Title,
        "situation" => note.Situation,
        "turning" => note.TurningPoint,
        "doing" => note.Doing,
        "mistake" => note.NewcomerMistake,
        "limits" => note.Limits,
        "valid" => note.ValidFor,
        "topics" => note.Topics,
        "language" => note.Language,
        _ => null,
    };

    /// <summary>Sets a part; an empty one says nothing. A title is never left empty.</summary>
    public static void Set(PracticeNote note, string id, string? words)
    {
        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        switch (id)
        {
            case "title":
                note.Title = words is null ? note.Title : PracticeNote.TitleOf(words);
                break;
            case "situation":
                note.Situation = words;
                break;
            case "turning":
                note.TurningPoint = words;
                break;
            case "doing":
                note.Doing = words;
                break;
            case "mistake":
                note.NewcomerMistake = words;
                break;
            case "limits":
                note.Limits = words;
                break;
            case "valid":
                note.ValidFor = words;
                break;
            case "topics":
                note.Topics = words;
                break;
            case "language":
                note.Language = words?.ToLowerInvariant();
                break;
        }
    }
}
