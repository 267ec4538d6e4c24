using System.Globalization;
using CopBot.Slack.Security;

namespace CopBot.Slack.Tests;

public sealed class SlackSignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void the_window_is_five_minutes_on_both_sides(int seconds, bool accepted)
    {
        var timestamp = Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var secret = new SlackSignature("secret");
        var signature = secret.Sign(timestamp, "{}"u8);
        (secret.Refuse(timestamp, signature, "{}"u8, Now) is null).ShouldBe(accepted);
    }

    [Fact]
    public void many_at_once_do_not_get_in_each_others_way()
    {
        var (secret, timestamp) = (new SlackSignature("secret"), Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        byte[][] bodies = [.. Enumerable.Range(0, 100).Select(length => new byte[length * 37])];
        string[] signatures = [.. bodies.Select(body => new SlackSignature("secret").Sign(timestamp, body))];
        Parallel.For(0, 20_000, i => secret.Refuse(
            timestamp, signatures[i % 100], bodies[i % 100], Now).ShouldBeNull());
        secret.Refuse(timestamp, signatures[1], bodies[2], Now).ShouldNotBeNull();
    }

    [Fact]
    public void the_example_of_Slacks_documentation_is_signed_as_it_says()
    {
        var body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"u8
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="u8
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"u8
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"u8;
        new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5").Sign("1531420618", body)
            .ShouldBe("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }
}
