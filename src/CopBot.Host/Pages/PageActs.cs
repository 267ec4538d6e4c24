using System.Security.Cryptography;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Features.Pages;
using CopBot.Pipeline;

namespace CopBot.Host.Pages;

/// <summary>
/// What a coordinator does on a page is done as if it were pressed in the direct chat: one core decides, checks who
/// may, and keeps the log. The answer is shown on the page, or comes to the chat if it takes longer.
/// </summary>
internal sealed class PageActs(IIntake intake, Platforms platforms, SecurityClock clock)
{
    /// <summary>What can be pressed on a page.</summary>
    public static readonly IReadOnlyList<string> Presses =
    [
        "draft-digest", "post-digest", "drop-digest", "publish-note", "retire-note", "forget-annotation", "give-role", "end-role",
    ];

    /// <summary>What can be filled in on a page.</summary>
    public static readonly IReadOnlyList<string> Forms = ["edit-digest", "annotate", "edit-note", "examine-story"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes a press or a form that is sent twice count once.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <returns>What the bot says; null if it takes longer, or nobody can act for this member.</returns>
    public async Task<string?> PressAsync(
        PageVisitor visitor, string action, string argument, string nonce, CancellationToken cancel)
    {
        if (!Presses.Contains(action, StringComparer.Ordinal) || AccountOf(visitor) is not { } account) return null;
        var press = new ActionPressed
        {
            Connection = account.Ref.Connection,
            Key = $"page:{account.Ref.Id}:{action}:{argument}:{nonce}",
            OccurredAt = clock.Time.GetUtcNow(),
            Place = ChatOf(visitor, account),
            Actor = account,
            Message = $"page {nonce}",
            Action = action,
            Argument = argument,
            AwaitsReply = true,
        };
        return WordsOf(await intake.AcceptAndAwaitAsync(press, Patience, cancel));
    }

    public async Task<FormOpening?> OpenAsync(
        PageVisitor visitor, string form, string? argument, CancellationToken cancel) =>
        Forms.Contains(form, StringComparer.Ordinal) && AccountOf(visitor) is { } account
            ? await intake.OpenFormAsync(new(account, ChatOf(visitor, account), null, form, argument), cancel)
            : null;

    /// <returns>What is wrong, by field; or what the bot says.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Faults, string? Words)> SubmitAsync(
        PageVisitor visitor, string form, string? argument, IReadOnlyDictionary<string, string> values, string nonce,
        CancellationToken cancel)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Forms.Contains(form, StringComparer.Ordinal) || AccountOf(visitor) is not { } account) return (none, null);
        var submitted = new FormSubmitted
        {
            Connection = account.Ref.Connection,
            Key = $"page:{account.Ref.Id}:{form}:{nonce}",
            OccurredAt = clock.Time.GetUtcNow(),
            Place = ChatOf(visitor, account),
            Actor = account,
            Form = form,
            Argument = argument,
            Values = values,
            AwaitsReply = true,
        };
        var faults = await intake.CheckFormAsync(submitted, cancel);
        return faults.Count > 0
            ? (faults, null)
            : (faults, WordsOf(await intake.AcceptAndAwaitAsync(submitted, Patience, cancel)));
    }

    private static string? WordsOf(Card? card) => card is null ? null : PlainRendering.Of(card, words: false);

    private static PlaceInfo ChatOf(PageVisitor visitor, AccountInfo account)
    {
        var known = visitor.Member.Identities.Find(identity => identity.Account == account.Ref)?.DirectPlace;
        return new(new(account.Ref.Connection, known ?? $"page-{account.Ref.Id}"), PlaceKind.Direct);
    }

    private AccountInfo? AccountOf(PageVisitor visitor) => visitor.Member.Identities
        .Where(identity => platforms.Of(identity.Connection) is not null)
        .OrderByDescending(identity => identity.DirectPlace is not null)
        .Select(identity => new AccountInfo(identity.Account, Outsider: identity.Outsider))
        .FirstOrDefault();
}
