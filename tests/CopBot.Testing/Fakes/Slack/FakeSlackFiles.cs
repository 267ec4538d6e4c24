using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>
/// Files as they are uploaded since 2024: a place is asked for, the bytes are put there, the upload is completed; and a
/// while later, once it is checked, the file can be shown in a block.
/// </summary>
public sealed class FakeSlackFiles
{
    private readonly ConcurrentDictionary<string, File> _files = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>In how many messages a new file is refused before it is processed.</summary>
    public int Refusals { get; set; }

    /// <summary>What was uploaded whole, in order.</summary>
    public IReadOnlyList<byte[]> Complete =>
        [.. _files.Values.Where(file => file.Completed).OrderBy(file => file.Number).Select(file => file.Content!)];

    internal void Map(WebApplication app) => app.MapPost("/upload/v1/{id}", async (string id, HttpContext context) =>
    {
        if (!_files.TryGetValue(id, out var file) || file.Content is not null) return Results.NotFound();
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        if (content.Length != file.Length) return Results.BadRequest();
        file.Content = content.ToArray();
        return Results.Text($"OK - {content.Length}");
    });

    internal JsonObject? Begin(string name, string length, Uri address)
    {
        if (name.Length == 0 || !int.TryParse(length, out var bytes) || bytes <= 0) return null;
        var number = Interlocked.Increment(ref _count);
        var id = $"F{number:D9}";
        _files[id] = new() { Number = number, Length = bytes, Refusals = Refusals };
        return new() { ["file_id"] = id, ["upload_url"] = $"{address}upload/v1/{id}" };
    }

    internal JsonObject? Finish(JsonArray? files)
    {
        var done = new JsonArray();
        foreach (var id in (files ?? []).Select(file => file!["id"]!.GetValue<string>()))
        {
            if (!_files.TryGetValue(id, out var file) || file.Content is null || file.Completed) return null;
            file.Completed = true;
            done.Add((JsonNode)new JsonObject { ["id"] = id, ["mimetype"] = "" });
        }

        return new() { ["files"] = done };
    }

    /// <summary>Whether all pictures of a message can be shown.</summary>
    internal bool Show(JsonArray blocks) => blocks.OfType<JsonObject>()
        .Where(block => block["type"]?.GetValue<string>() == "image")
        .All(block => _files.TryGetValue(block["slack_file"]?["id"]?.GetValue<string>() ?? "", out var file)
            && file is { Completed: true } && --file.Refusals < 0);

    private sealed class File
    {
        public required int Number { get; init; }

        public required int Length { get; init; }

        public byte[]? Content { get; set; }

        public bool Completed { get; set; }

        public int Refusals { get; set; }
    }
}
