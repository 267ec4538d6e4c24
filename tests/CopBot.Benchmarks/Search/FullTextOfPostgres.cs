using CopBot.Matching.Similarity;
using Npgsql;
using NpgsqlTypes;

namespace CopBot.Benchmarks.Search;

/// <summary>
/// The peer: PostgreSQL’s full text, an inverted index, ranked by <c>ts_rank</c> with the title above the body.
/// https://www.postgresql.org/docs/15/textsearch-controls.html
/// </summary>
internal sealed class FullTextOfPostgres : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private FullTextOfPostgres(NpgsqlDataSource source) => _source = source;

    public static async Task<FullTextOfPostgres> FillAsync(string connectionString, IEnumerable<KnownItem> notes, CancellationToken cancel)
    {
        var peer = new FullTextOfPostgres(NpgsqlDataSource.Create($"{connectionString};Command Timeout=600"));
        await peer.ExecuteAsync("CREATE TABLE texts (id serial PRIMARY KEY, title text, body text)", cancel);
        await using (var connection = await peer._source.OpenConnectionAsync(cancel))
        {
            await using var copy = await connection.BeginBinaryImportAsync("COPY texts (title, body) FROM STDIN (FORMAT BINARY)", cancel);
            foreach (var note in notes)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(note.Title, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(note.Body, NpgsqlDbType.Text, cancel);
            }

            await copy.CompleteAsync(cancel);
        }

        await peer.ExecuteAsync(
            """
            ALTER TABLE texts ADD COLUMN words tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED
            """, cancel);
        await peer.ExecuteAsync("CREATE INDEX ON texts USING gin (words)", cancel);
        await peer.ExecuteAsync("ANALYZE texts", cancel);
        return peer;
    }

    public async Task<int> SearchAsync(string question, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand(
            """
            SELECT id, title FROM texts, to_tsquery('english', $1) AS query
            WHERE words @@ query ORDER BY ts_rank(words, query) DESC LIMIT 10
            """);
        command.Parameters.AddWithValue(string.Join(" | ", question.Split(' ').Distinct()));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = 0;
        while (await reader.ReadAsync(cancel)) rows++;
        return rows;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
