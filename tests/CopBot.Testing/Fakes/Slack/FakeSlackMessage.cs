using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>A message in the fake Slack.</summary>
public sealed class FakeSlackMessage
{
    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    /// <summary>The user's id; the bot's own user for the bot.</summary>
    public required string User { get; init; }

    public required string Text { get; set; }

    public JsonArray? Blocks { get; set; }

    public JsonNode? Metadata { get; init; }

    /// <summary>The one user who sees it; null for everybody.</summary>
    public string? OnlyFor { get; init; }

    public bool Deleted { get; set; }

    public List<string> Reactions { get; } = [];

    public JsonObject ToJson(bool withMetadata)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = User, ["text"] = Text, ["ts"] = Ts };
        if (ThreadTs is not null) json["thread_ts"] = ThreadTs;
        if (Blocks is not null) json["blocks"] = Blocks.DeepClone();
        if (withMetadata && Metadata is not null) json["metadata"] = Metadata.DeepClone();
        return json;
    }
}
