using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Teams.Inbound;
using CopBot.Teams.Rendering;
using Microsoft.AspNetCore.Http;

namespace CopBot.Teams.Http;

/// <summary>
/// The message extension: search while writing, and actions on a message.
/// Source: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/what-are-messaging-extensions
/// </summary>
internal sealed class TeamsExtensions(IIntake intake)
{
    private const int TitleLength = 120;

    /// <summary>What an action opens: on a message with its words, from the compose box without.</summary>
    /// <returns>Null if the command has no name.</returns>
    public static FormRequest? FormRequest(JsonElement activity, TeamsTranslation translation)
    {
        var value = activity.At("value");
        if (value.Text("commandId") is not { Length: > 0 } command) return null;
        var request = translation.FormRequest(new TeamsPress(command, null, "0"));
        return value.At("messagePayload") is { ValueKind: JsonValueKind.Object } message
            ? request with { About = Quote(activity, request, message) }
            : request;
    }

    public async Task<IResult> SearchAsync(
        JsonElement activity, TeamsTranslation translation, CancellationToken cancel)
    {
        // A first call without words carries the parameter initialRun: then what is newest is shown.
        var words = activity.Items("value", "parameters")
            .Where(parameter => parameter.Text("name") is not "initialRun")
            .Select(parameter => parameter.Text("value")).FirstOrDefault() ?? "";
        var answer = await intake.SearchAsync(new SearchRequest(translation.Actor, words), cancel);
        var result = answer.Refusal is { } refusal
            ? new JsonObject { ["type"] = "message", ["text"] = refusal }
            : new JsonObject
            {
                ["type"] = "result",
                ["attachmentLayout"] = "list",
                ["attachments"] = new JsonArray([.. answer.Found.Select(Attachment)]),
            };
        var content = new JsonObject { ["composeExtension"] = result };
        return Results.Text(content.ToJsonString(), "application/json");
    }

    private static JsonObject Attachment(SearchFound found) => new()
    {
        ["contentType"] = AdaptiveCard.ContentType,
        ["content"] = AdaptiveCard.Of(found.Card, connection: "", revision: 0),
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject
            {
                ["title"] = Shortening.To(found.Title, TitleLength), ["text"] = found.Excerpt,
            },
        },
    };

    /// <summary>Whose the message is Teams tells by the directory's id, not by the account's.</summary>
    private static QuotedMessage Quote(JsonElement activity, FormRequest request, JsonElement message)
    {
        var words = WordsOf(message);
        var own = message.Text("from", "user", "id") is { Length: > 0 } author
            && author == activity.Text("from", "aadObjectId");
        return new(request.Thread ?? ThreadOf(request, message), words, own ? words : "");
    }

    /// <summary>In a channel the thread is named by its first message; a first message names its own.</summary>
    private static string? ThreadOf(FormRequest request, JsonElement message) =>
        request.Place.Kind == PlaceKind.Channel
        && (message.Text("replyToId") ?? message.Text("id")) is { Length: > 0 } root
            ? TeamsPlaces.ThreadOf(request.Place.Ref.Id, root)
            : null;

    private static string WordsOf(JsonElement message)
    {
        var body = message.Text("body", "content") ?? "";
        return message.Text("body", "contentType") == "html" ? TeamsText.OfHtml(body) : body.Trim();
    }
}
