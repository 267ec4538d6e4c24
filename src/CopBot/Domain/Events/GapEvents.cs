namespace CopBot.Domain.Events;

/// <summary>For a while nothing could be recorded: whoever measures must not take it for silence.</summary>
internal sealed record DataGap(DateTimeOffset From, DateTimeOffset To, string Reason) : DomainEvent(ActorId: null)
{
    public override string Type => "data.gap";

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("from", Pipeline.CanonicalJson.Time(From)), ("to", Pipeline.CanonicalJson.Time(To)), ("reason", Reason),
    ];
}
