using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>An activity that stands in a conversation of the fake Teams.</summary>
public sealed class FakeTeamsActivity
{
    public required string Conversation { get; init; }

    public required string Id { get; init; }

    /// <summary>True for the bot's.</summary>
    public required bool FromBot { get; init; }

    public required JsonObject Body { get; set; }

    public int Updates { get; set; }
}
