using System.Text.Json.Nodes;
using CopBot.Chat.Cards;
using CopBot.Teams.Inbound;

namespace CopBot.Teams.Rendering;

/// <summary>Renders a neutral form as the card of a dialog.</summary>
internal static class AdaptiveForm
{
    /// <param name="form">The form.</param>
    /// <param name="nonce">Makes this opening of the dialog recognisable when it is sent twice.</param>
    /// <param name="faults">What was wrong with what was sent before.</param>
    public static JsonObject Of(Form form, Guid nonce, IReadOnlyList<string> faults)
    {
        var runs = new TextRuns(new TeamsMentions(""), 4_000);
        var body = new JsonArray();
        foreach (var fault in faults)
        {
            body.Add((JsonNode)new JsonObject
            {
                ["type"] = "TextBlock", ["text"] = fault, ["color"] = "Attention", ["wrap"] = true,
            });
        }

        if (form.Introduction is { } introduction)
        {
            foreach (var element in runs.Quote(introduction)) body.Add((JsonNode)element);
        }

        foreach (var field in form.Fields) body.Add((JsonNode)Input(field));
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = form.Submit,
                ["style"] = "positive",
                ["data"] = new JsonObject
                {
                    [TeamsPress.Field] = new JsonObject
                    {
                        ["form"] = form.Id,
                        ["argument"] = form.Argument ?? "",
                        ["nonce"] = $"{nonce:N}",
                    },
                },
            }),
        };
    }

    private static JsonObject Input(Field field)
    {
        if (field.Choices is { } choices) return Select(field, choices);
        var input = new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = field.Id,
            ["label"] = field.Label.Length == 0 ? field.Id : field.Label,
            ["isMultiline"] = field.Multiline,
            ["maxLength"] = field.MaxLength,
            ["isRequired"] = field.Required,
            ["errorMessage"] = field.Hint ?? "…",
        };
        if (!string.IsNullOrEmpty(field.Initial)) input["value"] = Shortening.To(field.Initial, field.MaxLength);
        if (!string.IsNullOrEmpty(field.Hint)) input["placeholder"] = field.Hint;
        return input;
    }

    private static JsonObject Select(Field field, IReadOnlyList<Choice> choices) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = field.Id,
        ["label"] = field.Label.Length == 0 ? field.Id : field.Label,
        ["choices"] = new JsonArray([.. choices.Select(choice => new JsonObject
        {
            ["title"] = choice.Label,
            ["value"] = choice.Value,
        })]),
        ["value"] = field.Initial ?? (field.Several ? "" : choices[0].Value),
        ["isMultiSelect"] = field.Several,
        ["wrap"] = true,
        ["isRequired"] = field.Required,
        ["errorMessage"] = field.Hint ?? "…",
    };
}
