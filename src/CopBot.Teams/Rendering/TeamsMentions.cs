using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Teams.Rendering;

/// <summary>
/// Collects the people whom a card mentions. Source: the entities of a card's <c>msteams</c> property.
/// </summary>
internal sealed class TeamsMentions(string connection)
{
    private const int Most = 20;

    public JsonArray Entities { get; } = [];

    /// <summary>Whether a mention can notify here.</summary>
    public bool Notifies(Span span) =>
        span is Mention mention
            && mention.On(connection) is not null && Entities.Count < Most && Marked(mention) is not null;

    /// <summary>The mark that stands for the person in the text; the entity is added.</summary>
    public string Add(Mention mention)
    {
        var mark = Marked(mention)!;
        Entities.Add((JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mark,
            ["mentioned"] = new JsonObject { ["id"] = mention.On(connection)!.Id, ["name"] = mention.Name },
        });
        return mark;
    }

    /// <summary>A name that could be taken for markup is not marked.</summary>
    private static string? Marked(Mention mention) =>
        mention.Name.Length is > 0 and <= 100
            && mention.Name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '’')
            ? $"<at>{mention.Name}</at>"
            : null;
}
