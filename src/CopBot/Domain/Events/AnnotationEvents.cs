using System.Globalization;

namespace CopBot.Domain.Events;

/// <summary>A coordinator entered a dated fact that the log could not know: money, a charter, a new chair.</summary>
internal sealed record Annotated(Guid By, Guid Id, AnnotationEntry Entry) : DomainEvent(By)
{
    public override string Type => AnnotationTypes.Of(Entry.Kind);

    public override IEnumerable<(string Key, string Value)> Subjects
    {
        get
        {
            yield return ("annotation_id", $"{Id:N}");
            yield return ("from", Day(Entry.From));
            if (Entry.To is { } to) yield return ("to", Day(to));
            if (Entry.Amount is { } amount) yield return ("amount", amount.ToString(CultureInfo.InvariantCulture));
            if (Entry.Currency is { } currency) yield return ("currency", currency);
            if (Entry.Item is { } item) yield return ("item", item.ToString(CultureInfo.InvariantCulture));
            if (Entry.Degree is { } degree) yield return ("degree", degree.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The words may name people: they can be erased.</summary>
    public override IEnumerable<(string Key, string? Value)> Attributes => [("text", Entry.Text)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What an annotation says.</summary>
/// <param name="Kind">
/// <c>funding</c>, <c>formalisation</c>, <c>leadership_change</c>, <c>external_event</c>, <c>platform_change</c>,
/// <c>decision</c>, <c>meeting</c>, <c>stage</c>, <c>charter</c>, <c>closing</c>, <c>survey</c>.
/// </param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null where it has no end.</param>
/// <param name="Text">What it is, with its evidence.</param>
internal sealed record AnnotationEntry(string Kind, DateOnly From, DateOnly? To, string Text)
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>Of formalisation: which of the ten items.</summary>
    public int? Item { get; init; }

    /// <summary>Of formalisation: 0, ½ or 1.</summary>
    public decimal? Degree { get; init; }
}

/// <summary>An entry of the log was wrong: who reads it from now on leaves it out.</summary>
internal sealed record EntryVoided(Guid By, Guid EventId, string Reason) : DomainEvent(By)
{
    public override string Type => "event.voided";

    public override IEnumerable<(string Key, string Value)> Subjects => [("ref", $"{EventId:D}"), ("reason", Reason)];
}
