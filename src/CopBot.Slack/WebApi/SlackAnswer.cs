using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Slack.WebApi;

/// <summary>What the Web API said.</summary>
/// <param name="Ok">Slack did it.</param>
/// <param name="Body">The answer's JSON; undefined if there was none.</param>
/// <param name="Failure">Why not, as an outcome of delivery; null if it was done.</param>
internal sealed record SlackAnswer(bool Ok, JsonElement Body, Delivery? Failure)
{
    public string? Error => Body.Text("error");

    public static SlackAnswer Done(JsonElement body) => new(true, body, null);

    public static SlackAnswer Failed(Delivery failure, JsonElement body = default) => new(false, body, failure);
}
