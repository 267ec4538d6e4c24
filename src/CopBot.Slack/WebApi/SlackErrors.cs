using CopBot.Chat;

namespace CopBot.Slack.WebApi;

/// <summary>
/// What Slack's error codes mean for a delivery. Source: the methods' own pages, docs.slack.dev/reference/methods.
/// </summary>
internal static class SlackErrors
{
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "channel_not_found", "is_archived", "not_in_channel", "user_not_found", "users_not_found", "user_disabled",
        "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed", "message_not_found",
        "cant_update_message", "edit_window_closed", "thread_not_found", "cannot_dm_bot", "user_not_visible",
        "team_access_not_granted", "org_login_required", "no_item_specified",
    };

    private static readonly HashSet<string> Later = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "request_timeout",
    };

    private static readonly HashSet<string> InDoubt = new(StringComparer.Ordinal) { "fatal_error", "internal_error" };

    public static Delivery Of(string error, TimeSpan? retryAfter) =>
        Later.Contains(error) ? new Delivery.RetryAfter(retryAfter, error)
        : Gone.Contains(error) ? new Delivery.Gone(error)
        : InDoubt.Contains(error) ? new Delivery.Unknown(error)
        : new Delivery.Refused(error);
}
