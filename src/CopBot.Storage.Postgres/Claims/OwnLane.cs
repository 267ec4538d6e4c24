namespace CopBot.Storage.Postgres.Claims;

/// <summary>A lane that its host made known and owned from that moment: it is claimed already.</summary>
/// <param name="Claim">On its first row.</param>
/// <param name="ReadyAt">When that row may be worked on, in ticks.</param>
internal sealed record OwnLane(LaneClaim Claim, long ReadyAt);
