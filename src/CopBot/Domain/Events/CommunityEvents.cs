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
