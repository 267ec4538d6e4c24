using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CopBot.Storage.Postgres;

/// <summary>
/// What the server's refusals mean: <see href="https://www.postgresql.org/docs/current/errcodes-appendix.html"/>.
/// </summary>
internal static class Faults
{
    /// <summary>Two transactions got in each other's way; run again, this one may succeed as it is.</summary>
    public static bool IsCollision(Exception failure) => Cause<PostgresException>(failure) is
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>A changed version, or a row that somebody else wrote first.</summary>
    public static bool IsConflict(Exception failure) => failure is DbUpdateConcurrencyException
        || IsCollision(failure)
        || Cause<PostgresException>(failure) is
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation,
        };

    /// <summary>The server can't be reached, is stopping or starting, or has no room; it passes.</summary>
    public static bool IsOutage(Exception failure) => Cause<PostgresException>(failure) is { SqlState: var state }
        ? state[..2] is "08" or "53" or "58" || state.StartsWith("57P", StringComparison.Ordinal)
        : Cause<NpgsqlException>(failure) is not null || Cause<TimeoutException>(failure) is not null;

    private static T? Cause<T>(Exception failure)
        where T : Exception
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException!)
        {
            if (cause is T found) return found;
        }

        return null;
    }
}
