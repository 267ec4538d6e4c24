namespace CopBot.Storage;

/// <summary>Two turns changed the same record; this one must be decided again.</summary>
internal sealed class ConflictException(Exception cause) : Exception("The record was changed meanwhile.", cause);
