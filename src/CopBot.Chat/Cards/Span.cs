using System.Globalization;
using System.Text.Json.Serialization;

namespace CopBot.Chat.Cards;

/// <summary>A stretch of text with one meaning.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Plain), "plain")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Mention), "mention")]
[JsonDerivedType(typeof(Moment), "moment")]
public abstract record Span
{
    /// <summary>The span in plain words.</summary>
    [JsonIgnore]
    public abstract string Words { get; }
}

/// <summary>Words as they are. People's own text is always plain: what they typed is never markup.</summary>
/// <param name="Value">The words; line breaks are kept.</param>
public sealed record Plain(string Value) : Span
{
    /// <inheritdoc/>
    public override string Words => Value;
}

/// <summary>Words that carry the sentence.</summary>
/// <param name="Value">The words.</param>
public sealed record Bold(string Value) : Span
{
    /// <inheritdoc/>
    public override string Words => Value;
}

/// <summary>A link. Renderers show the words alone where the address is not http or https.</summary>
/// <param name="Value">The words people read.</param>
/// <param name="Address">Where it leads.</param>
public sealed record Link(string Value, string Address) : Span
{
    /// <inheritdoc/>
    public override string Words => Value == Address ? Value : $"{Value} ({Address})";
}

/// <summary>
/// A person. Where one of the person's accounts is on the connection that shows the card, the platform's own mention
/// is used, which notifies; elsewhere the name stands.
/// </summary>
/// <param name="Name">The name as the person writes it.</param>
/// <param name="Accounts">The person's accounts.</param>
public sealed record Mention(string Name, IReadOnlyList<AccountRef> Accounts) : Span
{
    /// <inheritdoc/>
    public override string Words => Isolation.Of(Name);

    /// <summary>The account to mention on a connection; null where the person has none there.</summary>
    /// <param name="connection">The connection's full name.</param>
    public AccountRef? On(string connection) => Accounts.FirstOrDefault(account => account.Connection == connection);

    /// <inheritdoc/>
    public bool Equals(Mention? other) =>
        other is not null && Name == other.Name && Accounts.SequenceEqual(other.Accounts);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A point in time, shown in the reader's own time zone where the platform can.</summary>
/// <param name="At">The time, in UTC.</param>
/// <param name="DateOnly">True if the hour does not matter.</param>
public sealed record Moment(DateTimeOffset At, bool DateOnly = false) : Span
{
    /// <summary>As ISO 8601 writes it: the same in every language.</summary>
    public override string Words => At.UtcDateTime.ToString(
        DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
