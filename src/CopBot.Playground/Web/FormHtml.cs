using System.Text;
using CopBot.Chat.Cards;

namespace CopBot.Playground.Web;

/// <summary>Renders a neutral form as the inside of a dialog.</summary>
internal static class FormHtml
{
    public static string Of(Form form, string language)
    {
        var html = new StringBuilder();
        html.Append($"<form data-form-id=\"{CardHtml.Encode(form.Id)}\"");
        html.Append($" data-argument=\"{CardHtml.Encode(form.Argument ?? "")}\">");
        html.Append($"<h2 id=\"dialog-title\">{CardHtml.Encode(form.Title)}</h2>");
        if (form.Introduction is { } introduction)
        {
            html.Append($"<blockquote>{CardHtml.Lines(introduction.ToPlain())}</blockquote>");
        }

        foreach (var field in form.Fields) html.Append(Of(field));
        html.Append($"<div class=\"actions\"><button type=\"submit\" class=\"primary\">{CardHtml.Encode(form.Submit)}");
        html.Append("</button><button type=\"button\" data-close=\"yes\">").Append(Wording.Of("cancel", language)).Append("</button></div></form>");
        return html.ToString();
    }

    private static string Of(Field field)
    {
        var id = $"field-{CardHtml.Encode(field.Id)}";
        var rules = $"id=\"{id}\" name=\"{CardHtml.Encode(field.Id)}\" maxlength=\"{field.MaxLength}\""
            + $" aria-describedby=\"{id}-fault\"" + (field.Required ? " required" : "");
        var initial = CardHtml.Encode(Shortening.To(field.Initial ?? "", field.MaxLength));
        var input = field.Choices is { } choices ? Select(field, choices, rules)
            : field.Multiline
            ? $"<textarea dir=\"auto\" rows=\"6\" {rules}>{initial}</textarea>"
            : $"<input dir=\"auto\" {rules} value=\"{initial}\">";
        var hint = field.Hint is null ? "" : $"<p class=\"aside\">{CardHtml.Encode(field.Hint)}</p>";
        return $"<label for=\"{id}\">{CardHtml.Encode(field.Label)}</label>{input}{hint}"
            + $"<p class=\"fault\" id=\"{id}-fault\" role=\"alert\"></p>";
    }

    private static string Select(Field field, IReadOnlyList<Choice> choices, string rules) =>
        $"<select {rules}{(field.Several ? $" multiple size=\"{Math.Clamp(choices.Count, 2, 12)}\"" : "")}>" + string.Concat(choices.Select(choice =>
            $"<option value=\"{CardHtml.Encode(choice.Value)}\"{(IsChosen(field, choice) ? " selected" : "")}>"
            + $"{CardHtml.Encode(choice.Label)}</option>")) + "</select>";

    private static bool IsChosen(Field field, Choice choice) => field.Several
        ? field.Initial?.Split(',').Contains(choice.Value, StringComparer.Ordinal) == true
        : choice.Value == field.Initial;
}
