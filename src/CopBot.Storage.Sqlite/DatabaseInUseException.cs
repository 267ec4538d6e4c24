namespace CopBot.Storage.Sqlite;

/// <summary>The database file belongs to another running process.</summary>
internal sealed class DatabaseInUseException(string path, Exception cause) : Exception(
    $"The database {path} is in use by another running CopBot. Stop that one first, or give this one another file "
    + "with ConnectionStrings__CopBot.",
    cause);
