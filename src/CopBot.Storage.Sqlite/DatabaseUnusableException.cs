namespace CopBot.Storage.Sqlite;

/// <summary>The database's folder or file can't be written to.</summary>
#pragma warning disable CA1032 // It is thrown in one place, with what is needed to mend it.
internal sealed class DatabaseUnusableException(string path, Exception inner) : Exception(
    $"The database {path} can't be written to: {inner.Message}{Environment.NewLine}"
    + "Give the bot's user the right to write in its folder, or name another file in ConnectionStrings:CopBot.",
    inner);
#pragma warning restore CA1032
