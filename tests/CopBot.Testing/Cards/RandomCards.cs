using CopBot.Chat;
using CopBot.Chat.Cards;
using CsCheck;

namespace CopBot.Testing.Cards;

/// <summary>Cards of every shape, most of them unreasonable.</summary>
public static class RandomCards
{
    private static readonly string[] Nasty =
    [
        "<!channel>", "<@U123>", "<script>alert(1)</script>", "&amp; & <b>", "*bold* _it_ ~s~ `c`", "[x](http://e.example)",
        "\u202Eabc", "👩‍👩‍👧‍👦👍🏽", "\n\n\n", " ", "\t", "é̂̃", "日本語の文章です", "مرحبا", "\"quoted\" \\ back", "{{x}}", "\u0000",
    ];

    private static readonly string[] Addresses =
        ["https://example.org/a?b=c&d", "javascript:alert(1)", "", "http://x y"];

    private static readonly Gen<string> Words = Gen.Frequency(
        (4, Gen.String[0, 60]),
        (3, Gen.Int[0, Nasty.Length - 1].Select(index => Nasty[index])),
        (1, Gen.Int[1, 9000].Select(length => new string('x', length))),
        (1, Gen.Int[1, 1500].Select(count => string.Concat(Enumerable.Repeat("wörd 🙂 ", count)))));

    private static readonly Gen<Span> Spans = Gen.OneOf(
        Words.Select(words => (Span)new Plain(words)),
        Words.Select(words => (Span)new Bold(words)),
        Gen.Select(Words, Gen.Int[0, Addresses.Length - 1].Select(index => Addresses[index]))
            .Select((words, address) => (Span)new Link(words, address)),
        Words.Select(name => (Span)new Mention(name, [new AccountRef("slack/main", "U0000001"), new("teams/main", "29:1")])),
        Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Bool)
            .Select((seconds, date) => (Span)new Moment(DateTimeOffset.FromUnixTimeSeconds(seconds), date)));

    private static readonly Gen<Text> Texts = Spans.List[0, 12].Select(spans => new Text(spans));

    private static readonly Gen<Block> Blocks = Gen.OneOf(
        Words.Select(words => (Block)new Heading(words)),
        Texts.Select(text => (Block)new Paragraph(text)),
        Texts.Select(text => (Block)new Quote(text)),
        Gen.Select(Words, Texts).Select((label, value) => new Fact(label, value)).List[0, 14]
            .Select(facts => (Block)new Facts(facts)),
        Texts.Select(text => (Block)new Aside(text)),
        Gen.Select(Texts, Texts).Select((yes, no) => (Block)new Depending(Can.SeeAllMessages, yes, no)),
        Gen.Select(Words, Words.List[0, 9], Gen.Select(Words, Gen.Double[0, 1e6].List[0, 9]).List[0, 3]).Select(
            (title, labels, series) => (Block)new BarChart(
                title, labels, [.. series.Select(one => new BarSeries(one.Item1, one.Item2))])));

    private static readonly Gen<CardAction> Actions = Gen.Select(Words, Words, Gen.Bool, Gen.Bool)
        .Select((label, argument, form, primary) =>
            new CardAction("helped", label, argument, "helped") { OpensForm = form, Primary = primary });

    /// <summary>Any card.</summary>
    public static Gen<Card> Any { get; } = Gen.Select(Words, Blocks.List[0, 70], Actions.List[0, 60]).Select(
        (summary, blocks, actions) => new Card(string.IsNullOrWhiteSpace(summary) ? "." : summary, blocks)
        {
            Actions = actions,
        });
}
