using System.Globalization;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Chat.Cards;
using Microsoft.Data.Sqlite;

namespace CopBot.Playground.Chat;

/// <summary>
/// What stands in the Playground's channels, in a file of its own: this is the chat platform's memory, not CopBot's.
/// </summary>
public sealed class PlaygroundChat
{
    private const string Columns =
        "Id, Connection, Place, Thread, Author, Text, Card, OnlyFor, Revision, Signs, At, Deleted";

    private readonly string _connectionString;
    private readonly TimeProvider _time;

    /// <summary>Opens the chat's file, making it if need be.</summary>
    public PlaygroundChat(string path, TimeProvider time)
    {
        _time = time;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        Execute("""
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS Post (
                Id INTEGER PRIMARY KEY AUTOINCREMENT, Connection TEXT NOT NULL, Place TEXT NOT NULL, Thread INTEGER,
                Author TEXT, Text TEXT, Card TEXT, OnlyFor TEXT, Revision INTEGER NOT NULL DEFAULT 0,
                Signs TEXT NOT NULL DEFAULT '', At INTEGER NOT NULL, Deleted INTEGER NOT NULL DEFAULT 0,
                EffectId TEXT UNIQUE);
            """);
    }

    /// <summary>Rings whenever something changed.</summary>
    public event Action? Changed;

    /// <summary>Somebody wrote.</summary>
    public PlaygroundPost Say(PlaceRef place, long? thread, string author, string text)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Insert(place, thread, author, text, card: null, onlyFor: null, effectId: null);
    }

    /// <summary>
    /// The bot shows a card. The same effect twice is shown once, as a platform with client ids would.
    /// </summary>
    public PlaygroundPost Show(PlaceRef place, long? thread, Card card, string? onlyFor, Guid effectId)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Find(effectId) ?? Insert(place, thread, author: null, text: null, card, onlyFor, effectId);
    }

    /// <summary>The post that an effect became; null if there is none.</summary>
    public PlaygroundPost? Find(Guid effectId) => Query("EffectId = @a", ("@a", $"{effectId:N}")).FirstOrDefault();

    public PlaygroundPost? Find(long id) => Query("Id = @a", ("@a", id)).FirstOrDefault();

    /// <returns>False if there is no such post.</returns>
    public bool Change(long id, Card card) => Update(
        "Card = @b, Revision = Revision + 1", id, JsonSerializer.Serialize(card));

    public bool Rewrite(long id, string text) => Update("Text = @b, Revision = Revision + 1", id, text);

    public bool Delete(long id) => Update("Text = @b, Deleted = 1, Revision = Revision + 1", id, "");

    public bool Sign(long id, Sign sign)
    {
        if (Find(id) is not { } post) return false;
        return post.Signs.Contains($"{sign}", StringComparison.Ordinal)
            || Update("Signs = Signs || @b, Revision = Revision + 1", id, $"{sign} ");
    }

    /// <summary>What a person sees in a place, oldest first.</summary>
    public IReadOnlyList<PlaygroundPost> Read(PlaceRef place, string reader)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Query(
            "Connection = @a AND Place = @b AND (OnlyFor IS NULL OR OnlyFor = @c)",
            ("@a", place.Connection), ("@b", place.Id), ("@c", reader));
    }

    private PlaygroundPost Insert(
        PlaceRef place, long? thread, string? author, string? text, Card? card, string? onlyFor, Guid? effectId)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO Post (Connection, Place, Thread, Author, Text, Card, OnlyFor, At, EffectId)
            VALUES (@connection, @place, @thread, @author, @text, @card, @onlyFor, @at, @effect) RETURNING Id
            """;
        command.Parameters.AddWithValue("@connection", place.Connection);
        command.Parameters.AddWithValue("@place", place.Id);
        command.Parameters.AddWithValue("@thread", (object?)thread ?? DBNull.Value);
        command.Parameters.AddWithValue("@author", (object?)author ?? DBNull.Value);
        command.Parameters.AddWithValue("@text", (object?)text ?? DBNull.Value);
        command.Parameters.AddWithValue("@card", card is null ? DBNull.Value : JsonSerializer.Serialize(card));
        command.Parameters.AddWithValue("@onlyFor", (object?)onlyFor ?? DBNull.Value);
        command.Parameters.AddWithValue("@at", _time.GetUtcNow().UtcTicks);
        command.Parameters.AddWithValue("@effect", effectId is { } id ? $"{id:N}" : DBNull.Value);
        var post = Find(Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture))!;
        Changed?.Invoke();
        return post;
    }

    private bool Update(string assignments, long id, string value)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The assignments are constants of this class.
        command.CommandText = $"UPDATE Post SET {assignments} WHERE Id = @a";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@a", id);
        command.Parameters.AddWithValue("@b", value);
        var changed = command.ExecuteNonQuery() > 0;
        if (changed) Changed?.Invoke();
        return changed;
    }

    private List<PlaygroundPost> Query(string where, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The conditions are constants of this class.
        command.CommandText = $"SELECT {Columns} FROM Post WHERE {where} ORDER BY Id";
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var posts = new List<PlaygroundPost>();
        while (reader.Read()) posts.Add(PostOf(reader));
        return posts;
    }

    private static PlaygroundPost PostOf(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetInt64(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : JsonSerializer.Deserialize<Card>(row.GetString(6)),
        row.IsDBNull(7) ? null : row.GetString(7),
        row.GetInt32(8),
        row.GetString(9),
        new DateTimeOffset(row.GetInt64(10), TimeSpan.Zero),
        row.GetInt64(11) != 0);

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
