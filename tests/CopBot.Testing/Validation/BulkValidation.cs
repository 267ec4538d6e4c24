using System.Text.Json.Nodes;
using CopBot.Testing.Node;
using Shouldly;

namespace CopBot.Testing.Validation;

/// <summary>Many documents against a schema, by a compiling validator: thousands in seconds.</summary>
public static class BulkValidation
{
    public static string SlackBlocks => PathOf("slack/Known.schema.json");

    public static string AdaptiveCards => PathOf("teams/adaptive-card-1.5.0.schema.json");

    /// <summary>Each document must be valid.</summary>
    public static Task ShouldBeValidAsync(string schema, IEnumerable<JsonNode> documents) =>
        RunAsync([schema], documents);

    /// <summary>Each item of each array must be valid.</summary>
    public static Task ItemsShouldBeValidAsync(string schema, IEnumerable<JsonArray> documents) =>
        RunAsync([schema, "items"], documents);

    private static async Task RunAsync(IReadOnlyList<string> arguments, IEnumerable<JsonNode> documents)
    {
        var (exitCode, output) = await NodeProcess.RunAsync(
            "validate.mjs", arguments, documents.Select(document => document.ToJsonString()));
        exitCode.ShouldBe(0, output);
        output.ShouldEndWith(" 0 invalid\n");
        output.ShouldNotStartWith("0 valid");
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Schemas", name);
}
