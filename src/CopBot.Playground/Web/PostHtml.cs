using System.Globalization;
using System.Text;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;

namespace CopBot.Playground.Web;

/// <summary>
/// Renders what stands in a place: messages in order, replies below the message that began their thread.
/// </summary>
internal static class PostHtml
{
    public static string Of(IReadOnlyList<PlaygroundPost> posts, SampleCommunity sample, string reader)
    {
        if (posts.Count == 0) return "<p class=\"empty\">Nothing here yet. Ask something.</p>";
        var html = new StringBuilder();
        var replies = posts.Where(post => post.Thread is not null).ToLookup(post => post.Thread!.Value);
        var known = posts.Select(post => post.Id).ToHashSet();
        foreach (var root in posts.Where(post => post.Thread is null || !known.Contains(post.Thread.Value)))
        {
            html.Append(One(root, sample, reader));
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"thread\" id=\"t{root.Id}\">");
            foreach (var reply in replies[root.Id]) html.Append(One(reply, sample, reader));
            html.Append("</div>");
        }

        return html.ToString();
    }

    private static string One(PlaygroundPost post, SampleCommunity sample, string reader)
    {
        var person = post.Author is { } id ? sample.Person(id) : null;
        var name = post.Author is null ? "CopBot" : person?.Name ?? post.Author;
        var body = post.Card is { } card
            ? CardHtml.Of(card, post.Id, post.Connection)
            : post.Deleted ? "<p class=\"aside\">deleted</p>" : $"<p dir=\"auto\">{CardHtml.Lines(post.Text ?? "")}</p>";
        var only = post.OnlyFor is null ? "" : "<span class=\"only\">only you see this</span>";
        var signs = SignsOf(post);
        var kind = post.Author is null ? "bot" : post.Author == reader ? "mine" : "other";
        return $"""
            <article class="{kind}" data-id="{post.Id}" data-revision="{post.Revision}" aria-label="{CardHtml.Encode(name)}">
            <header><strong dir="auto">{CardHtml.Encode(name)}</strong> <time datetime="{post.At:O}">{post.At:HH:mm}</time>{only}</header>
            {body}{signs}{Tools(post, reader)}</article>
            """;
    }

    private static string SignsOf(PlaygroundPost post)
    {
        var signs = new[] { ("Heard", "seen by CopBot"), ("Carried", "passed on by CopBot") }
            .Where(sign => post.Signs.Contains(sign.Item1, StringComparison.Ordinal))
            .Select(sign => $"<span class=\"sign\">{sign.Item2}</span>");
        return string.Concat(signs);
    }

    private static string Tools(PlaygroundPost post, string reader)
    {
        if (post.Deleted || post.OnlyFor is not null) return "";
        var thread = post.Thread ?? post.Id;
        var reply = $"<button type=\"button\" class=\"tool\" data-reply=\"{thread}\">Reply</button>";
        var own = post.Author == reader
            ? $"<button type=\"button\" class=\"tool\" data-edit=\"{post.Id}\">Edit</button>"
                + $"<button type=\"button\" class=\"tool\" data-delete=\"{post.Id}\">Delete</button>"
            : "";
        return $"<footer>{reply}{own}</footer>";
    }
}
