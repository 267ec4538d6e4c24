namespace CopBot.Domain;

/// <summary>A while: from, inclusive, to, exclusive; in UTC.</summary>
internal sealed record Period(DateTimeOffset From, DateTimeOffset To);
