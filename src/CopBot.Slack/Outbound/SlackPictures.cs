using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.Outbound;

/// <summary>
/// Uploads the charts of a card, each once however many readers it has. What can't be uploaded is put in words.
/// Source: https://docs.slack.dev/messaging/working-with-files
/// </summary>
internal sealed class SlackPictures(SlackWebApi api, IDrawing? drawing, TimeProvider time)
{
    /// <summary>
    /// Files are checked after they were uploaded, and not to be shown before:
    /// https://github.com/slackapi/python-slack-sdk/issues/1521.
    /// </summary>
    private static readonly TimeSpan Processing = TimeSpan.FromSeconds(30);

    private const int MostKept = 50;

    /// <summary>So long a refusal is remembered: each reader of a digest would ask again.</summary>
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<BarChart, Lazy<Task<Uploaded>>> _files = new();

    /// <summary>Whether a card has charts to be shown as pictures.</summary>
    public bool HasAny(Card card) => drawing is not null && card.Blocks.OfType<BarChart>().Any();

    /// <summary>The files of a card's charts.</summary>
    public async Task<IReadOnlyDictionary<BarChart, string>> OfAsync(Card card, CancellationToken cancel)
    {
        var files = new Dictionary<BarChart, string>();
        foreach (var chart in card.Blocks.OfType<BarChart>())
        {
            if (await FileOfAsync(chart, cancel) is { } file) files[chart] = file;
        }

        return files;
    }

    /// <summary>Whether one of a card's files may be too new to be shown.</summary>
    public bool AreFresh(Card card) => card.Blocks.OfType<BarChart>().Any(chart =>
        _files.TryGetValue(chart, out var file) && file.Value is { IsCompletedSuccessfully: true, Result: var upload }
        && time.GetElapsedTime(upload.Since) < Processing);

    private async Task<string?> FileOfAsync(BarChart chart, CancellationToken cancel)
    {
        if (_files.Count >= MostKept) _files.Clear();
        var upload = await _files.GetOrAdd(chart, Upload).Value.WaitAsync(cancel);
        if (upload.Id is null && time.GetElapsedTime(upload.Since) >= Refused) _files.TryRemove(chart, out _);
        return upload.Id;
    }

    /// <summary>Once for all who wait for it; whoever asked first may have given up by then.</summary>
    private Lazy<Task<Uploaded>> Upload(BarChart chart) => new(async () => new(
        drawing!.Draw(chart) is { } drawn ? await UploadAsync(chart, drawn, CancellationToken.None) : null,
        time.GetTimestamp()));

    private async Task<string?> UploadAsync(BarChart chart, byte[] picture, CancellationToken cancel)
    {
        var place = await api.CallAsync(
            "files.getUploadURLExternal",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["filename"] = "chart.png",
                ["length"] = picture.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["alt_txt"] = Shortening.To(chart.ToPlain(), 1000),
            },
            cancel);
        if (!place.Ok || place.Body.Text("file_id") is not { } id
            || !Uri.TryCreate(place.Body.Text("upload_url"), UriKind.Absolute, out var address)
            || !await api.UploadAsync(address, picture, cancel))
        {
            return null;
        }

        var files = new JsonArray(new JsonObject { ["id"] = id, ["title"] = Shortening.To(chart.Title, 200) });
        var done = await api.CallAsync(
            "files.completeUploadExternal",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["files"] = files.ToJsonString() },
            cancel);
        return done.Ok ? id : null;
    }

    /// <param name="Id">The file; null where it was refused.</param>
    /// <param name="Since">When.</param>
    private sealed record Uploaded(string? Id, long Since);
}
