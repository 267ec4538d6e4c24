namespace CopBot.Chat.Cards;

/// <summary>Fits a card to what the platform that shows it can do.</summary>
public static class Fitting
{
    /// <summary>The effect with its card's dependent sentences chosen.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="capabilities">What the platform can do.</param>
    public static Effect To(Effect effect, Capabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        return effect switch
        {
            Post post => post with { Card = To(post.Card, capabilities) },
            DirectMessage message => message with { Card = To(message.Card, capabilities) },
            Whisper whisper => whisper with { Card = To(whisper.Card, capabilities) },
            _ => effect,
        };
    }

    private static Card To(Card card, Capabilities capabilities) => card.Blocks.Any(block => block is Depending)
        ? new Card(
            card.Summary, [.. card.Blocks.Select(block => Choose(block, capabilities))]) { Actions = card.Actions }
        : card;

    private static Block Choose(Block block, Capabilities capabilities) => block is Depending depending
        ? new Aside(Has(capabilities, depending.On) ? depending.Yes : depending.No)
        : block;

    private static bool Has(Capabilities capabilities, Can what) => what switch
    {
        Can.ThreadDirectChats => capabilities.DirectThreads,
        _ => capabilities.SeesAllMessages,
    };
}
