using CopBot.Chat;
using CopBot.Chat.Cards;
using MimeKit;
using MimeKit.Utils;

namespace CopBot.Mail;

/// <summary>Renders a card as a mail: in HTML and in plain words, its charts within it.</summary>
internal sealed class MailMessages(MailOptions options, IDrawing? drawing, TimeProvider time)
{
    private const int LongestSubject = 150;

    /// <returns>Null if the address is none.</returns>
    public MimeMessage? Of(Guid id, string address, Card card)
    {
        if (!MailboxAddress.TryParse(address, out var to)) return null;
        var message = new MimeMessage
        {
            // The same at every attempt: whoever gets it twice shows it once.
            MessageId = $"{id:N}@{options.From.Split('@')[^1]}",
            Subject = SubjectOf(card),
            Date = time.GetUtcNow(),
        };
        message.From.Add(new MailboxAddress(options.Name, options.From));
        message.To.Add(to);

        // No vacation answers, and one press to stop: https://www.rfc-editor.org/rfc/rfc3834,
        // https://www.rfc-editor.org/rfc/rfc8058
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (card.StopAddress is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var body = new BodyBuilder { TextBody = PlainRendering.Of(card, words: true) };
        body.HtmlBody = HtmlRendering.Page(SubjectOf(card), string.Concat(PlainRendering.PartsOf(card).Select(
            block => block is BarChart chart && drawing?.Draw(chart) is { } drawn
                ? Picture(body, chart, drawn)
                : HtmlRendering.Of(block, connection: ""))));
        message.Body = body.ToMessageBody();
        return message;
    }

    private static string SubjectOf(Card card) => Shortening.To(
        (card.Blocks.OfType<Heading>().FirstOrDefault()?.Words ?? card.Summary).ReplaceLineEndings(" "), LongestSubject);

    private static string Picture(BodyBuilder body, BarChart chart, byte[] drawn)
    {
        var picture = body.LinkedResources.Add("chart.png", drawn, new ContentType("image", "png"));
        picture.ContentId = MimeUtils.GenerateMessageId();
        return HtmlRendering.Picture(chart, $"cid:{picture.ContentId}");
    }
}
