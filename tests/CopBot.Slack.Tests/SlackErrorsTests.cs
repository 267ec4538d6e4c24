using CopBot.Chat;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.Tests;

/// <summary>Slack's error codes tell what is gone: the message, the place or person, or only the way in.</summary>
public sealed class SlackErrorsTests
{
    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("team_access_not_granted")]
    public void a_locked_connection_is_no_reason_to_give_a_message_up(string error) =>
        SlackErrors.Of(error, retryAfter: null).ShouldBeOfType<Delivery.RetryAfter>().Held.ShouldBeTrue();

    [Theory]
    [InlineData("message_not_found", true)]
    [InlineData("edit_window_closed", true)]
    [InlineData("channel_not_found", false)]
    [InlineData("user_disabled", false)]
    public void a_message_that_is_gone_says_nothing_of_its_place(string error, bool onlyMessage) =>
        SlackErrors.Of(error, retryAfter: null).ShouldBeOfType<Delivery.Gone>().OnlyMessage.ShouldBe(onlyMessage);
}
