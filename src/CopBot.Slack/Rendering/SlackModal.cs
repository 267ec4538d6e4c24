using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Slack.Rendering;

/// <summary>Renders a neutral form as a modal. Source: https://docs.slack.dev/reference/views/modal-views</summary>
internal static class SlackModal
{
    /// <summary>What the modal carries along, to come back with what is filled in.</summary>
    public sealed record Origin(string? Argument, string Channel, string ChannelType, string? Thread);

    public static JsonObject Of(Form form, Origin origin, string close)
    {
        var blocks = new JsonArray();
        if (form.Introduction is { } introduction)
        {
            blocks.Add((JsonNode)new JsonObject
            {
                ["type"] = "section",
                ["text"] = PlainText(introduction.ToPlain(), BlockKitLimits.SectionText),
            });
        }

        foreach (var field in form.Fields) blocks.Add((JsonNode)Input(field));
        return new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = form.Id,
            ["private_metadata"] = System.Text.Json.JsonSerializer.Serialize(
                origin with { Argument = form.Argument }),
            ["title"] = PlainText(form.Title, BlockKitLimits.ModalTitle),
            ["submit"] = PlainText(form.Submit, BlockKitLimits.ModalSubmit),
            ["close"] = PlainText(close, BlockKitLimits.ModalSubmit),
            ["blocks"] = blocks,
        };
    }

    /// <summary>A modal that only says something.</summary>
    public static JsonObject Saying(string words, string close) => new()
    {
        ["type"] = "modal",
        ["title"] = PlainText("CopBot", BlockKitLimits.ModalTitle),
        ["close"] = PlainText(close, BlockKitLimits.ModalSubmit),
        ["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "section", ["text"] = PlainText(words, BlockKitLimits.SectionText),
        }),
    };

    private static JsonObject Input(Field field)
    {
        var element = field.Choices is { } choices ? Select(field, choices) : TextInput(field);
        var input = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Id,
            ["label"] = PlainText(field.Label.Length == 0 ? field.Id : field.Label, BlockKitLimits.InputLabel),
            ["element"] = element,
            ["optional"] = !field.Required,
        };
        if (!string.IsNullOrEmpty(field.Hint)) input["hint"] = PlainText(field.Hint, BlockKitLimits.InputHint);
        return input;
    }

    private static JsonObject TextInput(Field field)
    {
        var element = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = "value",
            ["multiline"] = field.Multiline,
            ["max_length"] = Math.Min(field.MaxLength, BlockKitLimits.InputText),
        };
        if (!string.IsNullOrEmpty(field.Initial))
        {
            element["initial_value"] = Shortening.To(field.Initial, BlockKitLimits.InputText);
        }

        return element;
    }

    private static JsonObject Select(Field field, IReadOnlyList<Choice> choices)
    {
        var element = new JsonObject
        {
            ["type"] = field.Several ? "multi_static_select" : "static_select",
            ["action_id"] = "value",
            ["options"] = new JsonArray([.. choices.Take(BlockKitLimits.Options).Select(Option)]),
        };
        if (field.Several)
        {
            var chosen = field.Initial?.Split(',') ?? [];
            var initially = choices.Where(choice => chosen.Contains(choice.Value, StringComparer.Ordinal))
                .Select(Option).ToList();
            if (initially.Count > 0) element["initial_options"] = new JsonArray([.. initially]);
        }
        else if (choices.FirstOrDefault(choice => choice.Value == field.Initial) is { } initial)
        {
            element["initial_option"] = Option(initial);
        }

        return element;
    }

    private static JsonObject Option(Choice choice) => new()
    {
        ["text"] = PlainText(choice.Label, BlockKitLimits.ButtonText),
        ["value"] = choice.Value,
    };

    private static JsonObject PlainText(string words, int length) => new()
    {
        ["type"] = "plain_text",
        ["text"] = Shortening.To(string.IsNullOrWhiteSpace(words) ? "…" : words, length),
        ["emoji"] = false,
    };
}
