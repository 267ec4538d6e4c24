using System.Text.Json;
using CopBot.Playground.Sample;

namespace CopBot.Playground.Web;

/// <summary>The one page of the Playground, with the sample community written into it.</summary>
internal static class Page
{
    private static readonly string Template = Asset.TextOf("playground.html");

    public static string Of(SampleCommunity sample)
    {
        var options = string.Concat(sample.Connections.Select(connection =>
            $"<optgroup label=\"{CardHtml.Encode(connection.Title)}\">"
            + string.Concat(sample.People.Where(person => person.Connection == connection.Name).Select(Option))
            + "</optgroup>"));

        // The default encoder escapes everything that could end the script element.
        var data = JsonSerializer.Serialize(
            new { sample.Connections, sample.People, Words = Wording.All }, JsonSerializerOptions.Web);
        return Template
            .Replace("{{title}}", CardHtml.Encode(sample.Title), StringComparison.Ordinal)
            .Replace("{{people}}", options, StringComparison.Ordinal)
            .Replace("{{data}}", data, StringComparison.Ordinal);
    }

    private static string Option(SamplePerson person)
    {
        var role = person.Role is null ? "" : $", {person.Role}";
        return $"<option value=\"{CardHtml.Encode(person.Id)}\">{CardHtml.Encode(person.Name)} "
            + $"({CardHtml.Encode(person.Country)}{CardHtml.Encode(role)})</option>";
    }
}
