using CopBot.Chat;
using System.Globalization;
using System.Text.Json;

namespace CopBot.Teams.Inbound;

/// <summary>What a button of the bot's cards carries. Nothing in it is trusted.</summary>
/// <param name="Action">The action's id.</param>
/// <param name="Argument">The short id of what it is about.</param>
/// <param name="Revision">How often the card had been sent.</param>
internal sealed record TeamsPress(string Action, string? Argument, string Revision)
{
    /// <summary>The field of a button's data under which the bot's own part lies.</summary>
    public const string Field = "copbot";

    /// <returns>Null if the data is not of one of the bot's buttons.</returns>
    public static TeamsPress? Of(JsonElement data)
    {
        var own = data.At(Field);
        return own.Text("action") is { Length: > 0 } action
            ? new(action, own.Text("argument"), RevisionOf(own.At("revision")))
            : null;
    }

    private static string RevisionOf(JsonElement revision) => revision.ValueKind == JsonValueKind.Number
        && revision.TryGetInt32(out var number) ? number.ToString(CultureInfo.InvariantCulture) : "0";
}
