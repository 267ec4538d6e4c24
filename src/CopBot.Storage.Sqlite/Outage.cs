using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite;

/// <summary>What the disk does to the database, and gets over: <see href="https://sqlite.org/rescode.html"/>.</summary>
internal static class Outage
{
    private const int Busy = 5;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CanNotOpen = 14;

    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: Busy or IoError or Full or CanNotOpen }) return true;
        }

        return false;
    }
}
