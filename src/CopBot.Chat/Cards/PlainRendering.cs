using System.Text;

namespace CopBot.Chat.Cards;

/// <summary>
/// Renders any card as plain text: for platforms without cards, for logs of demos, and as every fallback.
/// </summary>
public static class PlainRendering
{
    /// <summary>The parts to show: the summary where the card has none, or none with any words.</summary>
    /// <param name="card">The card.</param>
    public static IReadOnlyList<Block> PartsOf(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Blocks.Any(
            block => Of(block).Any(character => !char.IsWhiteSpace(character) && character != '>' && character != ':'))
            ? card.Blocks
            : [new Paragraph(card.Summary)];
    }

    /// <summary>Renders a card whole.</summary>
    /// <param name="card">The card.</param>
    /// <param name="words">
    /// True to name the words that stand for the buttons, for platforms that have none; false to leave actions out.
    /// </param>
    public static string Of(Card card, bool words)
    {
        ArgumentNullException.ThrowIfNull(card);
        var text = new StringBuilder();
        foreach (var block in PartsOf(card)) text.AppendLine(Of(block));
        if (words && card.Actions.Count > 0)
        {
            text.AppendLine(string.Join(" · ", card.Actions.Select(action => $"{action.Label}: “{action.Words}”")));
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Renders one block.</summary>
    /// <param name="block">The block.</param>
    public static string Of(Block block) => block switch
    {
        Heading heading => heading.Words,
        Paragraph paragraph => paragraph.Text.ToPlain(),
        Quote quote => string.Join('\n', quote.Text.ToPlain().Split('\n').Select(line => $"> {line}")),
        Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {fact.Value.ToPlain()}")),
        Aside aside => aside.Text.ToPlain(),
        Depending depending => depending.No.ToPlain(),
        BarChart chart => chart.ToPlain(),
        _ => throw new InvalidOperationException($"A block of a new kind has no plain form: {block}."),
    };
}
