using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>What a person reads in a card, and the buttons there.</summary>
public static class TeamsWords
{
    public static string Of(JsonObject activity) =>
        $"{activity["text"]?.GetValue<string>()} {Words(Card(activity))}".ReplaceLineEndings(" ");

    public static JsonObject? Card(JsonObject activity) => activity["attachments"]?[0]?["content"]?.AsObject();

    public static IEnumerable<(string Action, JsonObject Button)> Buttons(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Buttons),
        JsonObject button when button["data"]?["copbot"]?["action"] is { } action => [(action.GetValue<string>(), button)],
        JsonObject block => Buttons(block["body"]).Concat(Buttons(block["items"])).Concat(Buttons(block["actions"])),
        _ => [],
    };

    private static string Words(JsonNode? node) => node switch
    {
        JsonArray array => string.Concat(array.Select(Words)),
        JsonObject { } run when run["type"]?.GetValue<string>() == "TextRun" => run["text"]!.GetValue<string>(),
        JsonObject { } text when text["type"]?.GetValue<string>() == "TextBlock" => $" {text["text"]} ",
        JsonObject { } image when image["type"]?.GetValue<string>() == "Image" => $" {image["altText"]} ",
        JsonObject block => $"{Words(block["body"])}{Words(block["items"])}{Words(block["inlines"])} ",
        _ => "",
    };
}
