using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Teams.Connector;

/// <summary>What the Connector said.</summary>
/// <param name="Body">The answer's JSON; undefined if it has none.</param>
/// <param name="Failure">Why not, as an outcome of delivery; null if it was done.</param>
internal sealed record TeamsAnswer(JsonElement Body, Delivery? Failure)
{
    public bool Ok => Failure is null;
}
