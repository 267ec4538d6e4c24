using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Teams.Inbound;
using CopBot.Teams.Rendering;
using Microsoft.AspNetCore.Http;

namespace CopBot.Teams.Http;

/// <summary>
/// What must carry its result in the response: pressed cards and dialogs. A durable one waits two seconds for the
/// bot's word. Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards
/// </summary>
internal sealed class TeamsInvokes(IIntake intake, TeamsExtensions extensions)
{
    private const string Working = "👀";
    private const string Done = "✓";
    private static readonly TimeSpan InBand = TimeSpan.FromSeconds(2);

    public async Task<IResult> AnswerAsync(
        JsonElement activity, TeamsTranslation translation, CancellationToken cancel) =>
        activity.Text("name") switch
        {
            "adaptiveCard/action" => await PressAsync(activity, translation, cancel),
            "task/fetch" => await OpenAsync(activity, translation, cancel),
            "task/submit" or "composeExtension/submitAction" => await SubmitAsync(activity, translation, cancel),
            "composeExtension/fetchTask" => await ExtendAsync(activity, translation, cancel),
            "composeExtension/query" => await extensions.SearchAsync(activity, translation, cancel),
            _ => Results.StatusCode(StatusCodes.Status501NotImplemented),
        };

    private async Task<IResult> PressAsync(JsonElement activity, TeamsTranslation translation, CancellationToken cancel)
    {
        if (TeamsPress.Of(activity.At("value", "action", "data")) is not { } press) return CardError();
        var reply = await intake.AcceptAndAwaitAsync(translation.Press(press, awaits: true), InBand, cancel);
        return Json(new JsonObject
        {
            ["statusCode"] = 200,
            ["type"] = "application/vnd.microsoft.activity.message",
            ["value"] = reply?.Summary ?? Working,
        });
    }

    private async Task<IResult> OpenAsync(JsonElement activity, TeamsTranslation translation, CancellationToken cancel)
    {
        if (TeamsPress.Of(activity.At("value", "data")) is not { } press) return Message("?");
        return await OpenAsync(translation.FormRequest(press), cancel);
    }

    private async Task<IResult> ExtendAsync(
        JsonElement activity, TeamsTranslation translation, CancellationToken cancel) =>
        TeamsExtensions.FormRequest(activity, translation) is { } request
            ? await OpenAsync(request, cancel)
            : Message("?");

    private async Task<IResult> OpenAsync(FormRequest request, CancellationToken cancel)
    {
        var opening = await intake.OpenFormAsync(request, cancel);
        return opening.Form is { } form ? Dialog(form, Guid.CreateVersion7(), []) : Message(opening.Refusal ?? "?");
    }

    private async Task<IResult> SubmitAsync(
        JsonElement activity, TeamsTranslation translation, CancellationToken cancel)
    {
        var data = activity.At("value", "data");
        var own = data.At(TeamsPress.Field);
        if (data.ValueKind != JsonValueKind.Object || own.Text("form") is not { Length: > 0 } id) return Message("?");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data.Properties())
        {
            if (value.Text() is { } text) values[name] = text;
        }

        var submitted = translation.Form(id, own.Text("argument"), own.Text("nonce"), values);

        // An action of the message extension can be called anywhere: its form belongs to no place.
        if (activity.Text("name") == "composeExtension/submitAction") submitted = submitted with { Place = null };
        var faults = await intake.CheckFormAsync(submitted, cancel);
        if (faults.Count > 0) return await AgainAsync(own, translation, values, faults, cancel);
        var reply = await intake.AcceptAndAwaitAsync(submitted, InBand, cancel);
        return Message(reply?.Summary ?? Done);
    }

    /// <summary>The dialog once more, with what was filled in and what is wrong.</summary>
    private async Task<IResult> AgainAsync(
        JsonElement own,
        TeamsTranslation translation,
        Dictionary<string, string> values,
        IReadOnlyDictionary<string, string> faults,
        CancellationToken cancel)
    {
        var press = new TeamsPress(own.Text("form")!, own.Text("argument"), "0");
        var opening = await intake.OpenFormAsync(translation.FormRequest(press), cancel);
        if (opening.Form is not { } form) return Message(opening.Refusal ?? "?");
        var filled = form with
        {
            Argument = own.Text("argument"),
            Fields = [.. form.Fields.Select(field => field with { Initial = values.GetValueOrDefault(field.Id) })],
        };
        return Dialog(filled, Guid.CreateVersion7(), [.. faults.Values]);
    }

    private static IResult Dialog(Form form, Guid nonce, IReadOnlyList<string> faults) => Json(new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = Shortening.To(form.Title, 64),
                ["width"] = "medium",
                ["height"] = "medium",
                ["card"] = new JsonObject
                {
                    ["contentType"] = AdaptiveCard.ContentType,
                    ["content"] = AdaptiveForm.Of(form, nonce, faults),
                },
            },
        },
    });

    private static IResult Message(string words) => Json(new JsonObject
    {
        ["task"] = new JsonObject { ["type"] = "message", ["value"] = words },
    });

    private static IResult CardError() => Json(new JsonObject
    {
        ["statusCode"] = 400,
        ["type"] = "application/vnd.microsoft.error",
        ["value"] = new JsonObject { ["code"] = "BadRequest", ["message"] = "This card is not CopBot’s." },
    });

    private static IResult Json(JsonObject content) => Results.Text(content.ToJsonString(), "application/json");
}
