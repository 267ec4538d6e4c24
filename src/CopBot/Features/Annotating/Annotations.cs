using System.Text.Json;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Annotating;

/// <summary>What was annotated; the log is where it lies.</summary>
internal static partial class Annotations
{
    private const int Most = 40;

    private static readonly Phrase Title = new("Dated facts", "Faits datés");
    private static readonly Phrase None = new("There are none yet.", "Il n’y en a pas encore.");
    private static readonly Phrase Unknown = new("I know no annotation {0}.", "Je ne connais pas d’annotation {0}.");
    private static readonly Phrase Forgotten = new(
        "Left out from now on: {0}. The log keeps that it was there.", "Écarté désormais : {0}. Le journal garde sa trace.");

    public static string HandleOf(Guid id) => $"{id:N}"[^6..];

    public static async Task<Outcome> ListAsync(Turn turn, CancellationToken cancel)
    {
        var known = await KnownAsync(turn.Db, turn.Community.Id, cancel);
        if (known.Count == 0) return Outcome.Of(turn.Tell(None));
        var title = Title.In(turn.Language);
        List<string> lines = [.. known.TakeLast(Most).Select(one => Line(one, turn.Language))];
        return Outcome.Of(turn.Tell(new Card(
            $"{title}: {string.Join("; ", lines)}", [new Heading(title), .. lines.Select(line => new Paragraph(line))])));
    }

    public static async Task<Outcome> ForgetAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var handle = argument.Trim().ToLowerInvariant();
        var found = (await KnownAsync(turn.Db, turn.Community.Id, cancel)).Find(one => one.Handle == handle);
        if (found is null) return Outcome.Of(turn.Tell(Unknown, handle));
        return Outcome.Of(turn.Tell(Forgotten, Line(found, turn.Language)))
            .Raise(new EntryVoided(turn.Me.Member.Id, found.EventId, "withdrawn"));
    }

    [GeneratedRegex("[0-9a-f]{6}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    public static partial Regex Handle();

    /// <summary>All that were not taken back, in the order of entering.</summary>
    public static async Task<List<KnownAnnotation>> KnownAsync(
        CopBotDbContext db, Guid community, CancellationToken cancel)
    {
        var entries = await db.Log.AsNoTracking()
            .Where(e => e.CommunityId == community
                && (e.Type.StartsWith("annotation.") || AnnotationTypes.Own.Contains(e.Type) || e.Type == "event.voided"))
            .OrderBy(e => e.Row).ToListAsync(cancel);
        var voided = entries.Where(e => e.Type == "event.voided").Select(e => Value(e.Core, "ref")).ToHashSet();
        return [.. entries.Where(e => e.Type != "event.voided" && !voided.Contains($"{e.Id:D}")).Select(e => new KnownAnnotation(
            e.Id, Value(e.Core, "annotation_id")?[^6..] ?? "", AnnotationTypes.KindOf(e.Type)!, Value(e.Core, "from") ?? "",
            Value(e.Core, "to"), e.Attributes is null ? null : Value(e.Attributes, "text")))];
    }

    /// <summary>One of them on a line.</summary>
    public static string Line(KnownAnnotation one, Language language)
    {
        var span = one.To is null ? one.From : $"{one.From} – {one.To}";
        return $"{one.Handle} · {AnnotationFields.NameOf(one.Kind, language)} · {span} · {one.Text ?? "–"}";
    }

    private static string? Value(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}

/// <summary>A dated fact as the log has it.</summary>
internal sealed record KnownAnnotation(
    Guid EventId, string Handle, string Kind, string From, string? To, string? Text);
