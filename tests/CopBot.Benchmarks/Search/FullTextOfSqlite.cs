using CopBot.Matching.Similarity;
using Microsoft.Data.Sqlite;

namespace CopBot.Benchmarks.Search;

/// <summary>The peer: SQLite FTS5 with Porter’s stemmer, title counting twice. https://www.sqlite.org/fts5.html</summary>
internal sealed class FullTextOfSqlite : IDisposable
{
    private readonly SqliteConnection _connection;

    public FullTextOfSqlite(string file, IEnumerable<KnownItem> notes)
    {
        _connection = new($"Data Source={file}");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("CREATE VIRTUAL TABLE notes USING fts5(title, body, tokenize='porter unicode61')");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO notes(title, body) VALUES (@title, @body)";
        var (title, body) = (insert.Parameters.Add("@title", SqliteType.Text), insert.Parameters.Add("@body", SqliteType.Text));
        foreach (var note in notes)
        {
            (title.Value, body.Value) = (note.Title, note.Body);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Execute("INSERT INTO notes(notes) VALUES ('optimize')");
    }

    public int Search(string question)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = "SELECT rowid, title FROM notes WHERE notes MATCH @words ORDER BY bm25(notes, 2.0, 1.0) LIMIT 10";
        query.Parameters.AddWithValue("@words", string.Join(" OR ", question.Split(' ').Distinct().Select(word => $"\"{word}\"")));
        using var reader = query.ExecuteReader();
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
