using System.Globalization;
using System.Text;
using CopBot.Chat;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;

namespace CopBot.Playground.Web;

/// <summary>
/// Renders what stands in a place: messages in order, replies below the message that began their thread.
/// </summary>
internal static class PostHtml
{
    public static string Of(
        IReadOnlyList<PlaygroundPost> posts, SampleCommunity sample, string reader, IDrawing? drawing)
    {
        var language = sample.Person(reader)?.Language ?? "en";
        if (posts.Count == 0) return $"<p class=\"empty\">{Wording.Of("empty", language)}</p>";
        var html = new StringBuilder();
        var replies = posts.Where(post => post.Thread is not null).ToLookup(post => post.Thread!.Value);
        var known = posts.Select(post => post.Id).ToHashSet();
        foreach (var root in posts.Where(post => post.Thread is null || !known.Contains(post.Thread.Value)))
        {
            html.Append(One(root, sample, reader, language, drawing));
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"thread\" id=\"t{root.Id}\">");
            foreach (var reply in replies[root.Id]) html.Append(One(reply, sample, reader, language, drawing));
            html.Append("</div>");
        }

        return html.ToString();
    }

    private static string One(
        PlaygroundPost post, SampleCommunity sample, string reader, string language, IDrawing? drawing)
    {
        var person = post.Author is { } id ? sample.Person(id) : null;
        var name = post.Author is null ? "CopBot" : person?.Name ?? post.Author;
        var body = post.Card is { } card
            ? CardHtml.Of(card, post.Id, post.Connection, drawing)
            : post.Deleted ? $"<p class=\"aside\">{Wording.Of("deleted", language)}</p>" : $"<p>{CardHtml.Lines(post.Text ?? "")}</p>";
        var only = post.OnlyFor is null ? "" : $"<span class=\"only\">{Wording.Of("onlyYou", language)}</span>";
        var signs = SignsOf(post, language);
        var kind = post.Author is null ? "bot" : post.Author == reader ? "mine" : "other";
        return $"""
            <article class="{kind}" data-id="{post.Id}" data-revision="{post.Revision}" aria-label="{CardHtml.Encode(name)}">
            <header><strong>{CardHtml.Encode(name)}</strong> <time datetime="{post.At:O}">{post.At:HH:mm}</time>{only}</header>
            {body}{signs}{Tools(post, reader, language)}</article>
            """;
    }

    private static string SignsOf(PlaygroundPost post, string language)
    {
        var signs = new[] { ("Heard", "heard"), ("Carried", "carried") }
            .Where(sign => post.Signs.Contains(sign.Item1, StringComparison.Ordinal))
            .Select(sign => $"<span class=\"sign\">{Wording.Of(sign.Item2, language)}</span>");
        return string.Concat(signs);
    }

    private static string Tools(PlaygroundPost post, string reader, string language)
    {
        if (post.Deleted || post.OnlyFor is not null) return "";
        var thread = post.Thread ?? post.Id;
        var reply = $"<button type=\"button\" class=\"tool\" data-reply=\"{thread}\">{Wording.Of("reply", language)}</button>";
        var own = post.Author == reader
            ? $"<button type=\"button\" class=\"tool\" data-edit=\"{post.Id}\">{Wording.Of("edit", language)}</button>"
                + $"<button type=\"button\" class=\"tool\" data-delete=\"{post.Id}\">{Wording.Of("delete", language)}</button>"
            : "";
        return $"<footer>{reply}{own}</footer>";
    }
}
