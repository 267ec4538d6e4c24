using System.Data.Common;
using CopBot.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// Moves arrivals from the intake file into the inbox, and in the same transaction writes down how far it came: each is
/// moved once, whatever crashes when. One whose key is known is left out.
/// </summary>
internal sealed class MoveUnit(SqliteConnection intake) : WriteUnit
{
    private const int AtOnce = 1000;

    /// <summary>The number of the last arrival that the database has, once the unit is complete.</summary>
    public long UpTo { get; private set; }

    /// <summary>Whether there may be more to move.</summary>
    public bool More { get; private set; }

    protected override Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        var moved = MovedMark.Read((SqliteConnection)connection);
        UpTo = moved;
        using var insert = new ArrivalInsert((SqliteConnection)connection, (SqliteTransaction)transaction);
        using var command = intake.CreateCommand();
        command.CommandText =
            """
            SELECT "Id", "Connection", "Key", "Lane", "Payload", "At", "ForgottenBefore" FROM "Arrivals"
            WHERE "Id" > @moved ORDER BY "Id" LIMIT @most
            """;
        command.Parameters.AddWithValue("@moved", moved);
        command.Parameters.AddWithValue("@most", AtOnce);
        using var reader = command.ExecuteReader();
        for (var rows = 1; reader.Read(); rows++)
        {
            More = rows == AtOnce;
            UpTo = reader.GetInt64(0);
            insert.Run(reader);
        }

        if (UpTo > moved) MovedMark.Write((SqliteConnection)connection, UpTo);
        return Task.CompletedTask;
    }
}
