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
        "cannot_dm_bot", "user_not_visible",
    };

    private static readonly HashSet<string> MessageGone = new(StringComparer.Ordinal)
    {
        "message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found", "no_item_specified",
    };

    /// <summary>The connection's own trouble, which its administrator can mend: nothing is given up for it.</summary>
    private static readonly HashSet<string> Locked = new(StringComparer.Ordinal)
    {
        "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed", "org_login_required",
        "team_access_not_granted",
    };

    private static readonly HashSet<string> Later = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "request_timeout",
    };

    private static readonly HashSet<string> InDoubt = new(StringComparer.Ordinal) { "fatal_error", "internal_error" };

    public static Delivery Of(string error, TimeSpan? retryAfter) =>
        Later.Contains(error) ? new Delivery.RetryAfter(retryAfter, error)
        : Locked.Contains(error) ? new Delivery.RetryAfter(null, error) { Held = true }
        : Gone.Contains(error) ? new Delivery.Gone(error)
        : MessageGone.Contains(error) ? new Delivery.Gone(error) { OnlyMessage = true }
        : InDoubt.Contains(error) ? new Delivery.Unknown(error) { Answered = true, After = retryAfter }
        : new Delivery.Refused(error);
}
