using CopBot.Chat.Cards;

namespace CopBot.Teams.Rendering;

/// <summary>
/// Which buttons stand side by side: clients cut a row that is too long instead of wrapping it, so a row holds as many
/// as fit a narrow chat pane. Measured with Microsoft's renderer at the 320 pixels of a telephone.
/// </summary>
internal static class ActionRows
{
    private const int MostInRow = 3;

    /// <summary>Letters that fit, where a button's frame takes as much as four.</summary>
    private const int RowLetters = 41;
    private const int FrameLetters = 4;

    public static IEnumerable<IReadOnlyList<CardAction>> Of(IEnumerable<CardAction> actions)
    {
        var row = new List<CardAction>();
        var letters = 0;
        foreach (var action in actions)
        {
            var wide = action.Label.Length + FrameLetters;
            if (row.Count == MostInRow || (row.Count > 0 && letters + wide > RowLetters))
            {
                yield return row;
                (row, letters) = ([], 0);
            }

            row.Add(action);
            letters += wide;
        }

        if (row.Count > 0) yield return row;
    }
}
