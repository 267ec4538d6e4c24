namespace CopBot.Domain.Events;

internal sealed record CommunityCreated(Community Community) : DomainEvent(ActorId: null)
{
    public override string Type => "community.created";
}

internal sealed record PlaceBound(Guid? By, Place Place) : DomainEvent(By)
{
    public override string Type => "community.place_bound";

    public override IEnumerable<(string Key, string Value)> Subjects => [("place_id", $"{Place.Id:N}")];
}

/// <summary>A report's data file left: of which state of the log, and who took it.</summary>
internal sealed record ReportGenerated(Guid By, long Entries, string Head, string Version) : DomainEvent(By)
{
    public override string Type => "report.generated";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("as_of", $"{Entries}"), ("head", Head), ("version", Version)];
}

/// <summary>Rows of the log left for a study, under names that only the community's key leads back from.</summary>
internal sealed record DataExported(string Study, int People, string Head, Guid? By) : DomainEvent(By)
{
    public override string Type => "data.exported";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("study", Study), ("members", $"{People}"), ("head", Head)];
}
