using CopBot.Chat;
using CopBot.Chat.Cards;

namespace CopBot.Testing.Worlds;

/// <summary>Something the bot said, and who could read it.</summary>
/// <param name="Effect">What was to happen.</param>
/// <param name="Message">The message it became; null for signs and pages.</param>
/// <param name="Reader">The account that alone reads it; null where a whole channel does.</param>
/// <param name="Cards">What it says.</param>
internal sealed record Said(Effect Effect, MessageRef? Message, string? Reader, IReadOnlyList<Card> Cards)
{
    /// <summary>All its words, with the accounts that it mentions.</summary>
    public string Words { get; } = string.Join('\n', Cards.Select(card => string.Join('\n', new[] { card.Summary }
        .Concat(card.Blocks.Select(PlainRendering.Of))
        .Concat(card.Actions.Select(action => $"{action.Label} {action.Words}"))
        .Concat(card.Blocks.SelectMany(AccountsOf)))));

    public static Said Of(Effect effect, string id) => effect switch
    {
        Post post => new(effect, new(post.Place, id, post.Thread ?? id), null, [post.Card]),
        DirectMessage message => new(
            effect,
            new(new(message.To.Connection, WorldPeople.DirectOf(message.To.Id)), id, message.Thread ?? id),
            message.To.Id,
            [message.Card]),
        Whisper whisper => new(effect, new(whisper.Place, id, whisper.Thread), whisper.To.Id, [whisper.Card]),
        ShowHome home => new(effect, null, home.To.Id, home.Cards),
        _ => new(effect, null, "nobody", []),
    };

    private static IEnumerable<string> AccountsOf(Block block)
    {
        IEnumerable<Text> texts = block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Quote quote => [quote.Text],
            Aside aside => [aside.Text],
            Facts facts => facts.Items.Select(fact => fact.Value),
            _ => [],
        };
        return texts.SelectMany(text => text).OfType<Mention>()
            .SelectMany(mention => mention.Accounts.Select(account => account.Id));
    }
}
