using CopBot.Slack.Rendering;

namespace CopBot.Slack.Tests;

public sealed class SlackMarkupTests
{
    [Theory]
    [InlineData("<@U0BOT> hello", "hello", true)]
    [InlineData("hello <@U1>", "hello @U1", false)]
    [InlineData("see <https://e.org|the page>", "see the page (https://e.org)", false)]
    [InlineData("see <https://e.org>", "see https://e.org", false)]
    [InlineData("in <#C1|results>", "in #results", false)]
    [InlineData("<!here> look", "@here look", false)]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d", false)]
    [InlineData("&amp;lt;", "&lt;", false)]
    public void markup_is_undone(string text, string words, bool mentioned)
    {
        var read = SlackMarkup.Read(text, "U0BOT", []);
        read.Words.ShouldBe(words);
        read.MentionsBot.ShouldBe(mentioned);
    }

    [Fact]
    public void escaping_and_reading_are_each_others_opposite() =>
        SlackMarkup.Read(SlackMarkup.Escape("a <b> & &amp; <!channel>"), null, []).Words.ShouldBe("a <b> & &amp; <!channel>");
}
