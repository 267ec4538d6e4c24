using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>How far the intake file was moved into the inbox, kept among the database's facts.</summary>
internal static class MovedMark
{
    private const string Connection = "intake";
    private const string Name = "moved";

    public static long Read(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = $"""SELECT "Value" FROM "Facts" WHERE "Connection" = '{Connection}' AND "Name" = '{Name}'""";
        return command.ExecuteScalar() is string value ? long.Parse(value, CultureInfo.InvariantCulture) : 0;
    }

    public static void Write(SqliteConnection database, long moved)
    {
        using var command = database.CreateCommand();
        command.CommandText =
            $"""
             INSERT INTO "Facts" ("Connection", "Name", "Value") VALUES ('{Connection}', '{Name}', @moved)
             ON CONFLICT ("Connection", "Name") DO UPDATE SET "Value" = excluded."Value"
             """;
        command.Parameters.AddWithValue("@moved", moved.ToString(CultureInfo.InvariantCulture));
        command.ExecuteNonQuery();
    }
}
