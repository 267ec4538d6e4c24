using NJsonSchema;

namespace CopBot.Testing.Validation;

/// <summary>The platforms' own schemas.</summary>
public static class Schemas
{
    private static readonly Lazy<Task<JsonSchema>> Blocks = new(() => ReadAsync("slack/Known.schema.json"));
    private static readonly Lazy<Task<JsonSchema>> Modal = new(() => ReadAsync("slack/Modal.schema.json"));
    private static readonly Lazy<Task<JsonSchema>> Cards = new(() => ReadAsync("teams/adaptive-card-1.5.0.schema.json"));

    public static Task<JsonSchema> SlackBlockAsync() => Blocks.Value;

    public static Task<JsonSchema> SlackModalAsync() => Modal.Value;

    public static Task<JsonSchema> SlackHomeAsync() => ReadAsync("slack/Home.schema.json");

    public static Task<JsonSchema> AdaptiveCardAsync() => Cards.Value;

    public static Task<JsonSchema> SlackManifestAsync() => ReadAsync("slack/manifest.schema.2.0.0.json");

    public static Task<JsonSchema> TeamsManifestAsync() => ReadAsync("teams/teams-manifest-v1.22.schema.json");

    private static Task<JsonSchema> ReadAsync(string name) =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", name));
}
