namespace CopBot.Domain.Events;

internal sealed record MemberJoined(Member Member, string How) : DomainEvent(Member.Id)
{
    public override string Type => "member.joined";

    public override IEnumerable<(string Key, string Value)> Subjects => [("how", How)];
}

/// <summary>The bot welcomed a newcomer and told what it keeps.</summary>
internal sealed record WelcomeSent(Member Member) : DomainEvent(ActorId: null)
{
    public override string Type => "welcome.sent";

    public override IEnumerable<(string Key, Guid MemberId)> Members => [("to", Member.Id)];
}

internal sealed record MemberLeft(Member Member) : DomainEvent(Member.Id)
{
    public override string Type => "member.left";
}

internal sealed record ProfileChanged(Member Member) : DomainEvent(Member.Id)
{
    public override string Type => "member.profile_changed";
}

internal sealed record RoleChanged(Guid? By, Member Member, RoleKind Role, bool Given) : DomainEvent(By)
{
    public override string Type => "member.role_changed";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("role", Role.ToString()), ("change", Given ? "given" : "ended")];

    public override IEnumerable<(string Key, Guid MemberId)> Members => [("member", Member.Id)];
}

/// <summary>Two accounts turned out to be one person; the other's entries count as this member's from now on.</summary>
internal sealed record MembersMerged(Member Member, Guid Other, string How) : DomainEvent(Member.Id)
{
    public override string Type => "member.merged";

    public override IEnumerable<(string Key, string Value)> Subjects => [("how", How)];

    public override IEnumerable<(string Key, Guid MemberId)> Members => [("merged", Other)];
}

internal sealed record ConsentChanged(Member Member, string Purpose, bool Given) : DomainEvent(Member.Id)
{
    public override string Type => Given ? "consent.given" : "consent.withdrawn";

    public override IEnumerable<(string Key, string Value)> Subjects => [("purpose", Purpose)];
}

/// <summary>A pseudonym means nobody from now on. Nobody does it in the log: the log can't say who it was.</summary>
internal sealed record MemberErased(string Pseudonym) : DomainEvent(ActorId: null)
{
    public override string Type => "member.erased";

    public override IEnumerable<(string Key, string Value)> Subjects => [("pseudonym", Pseudonym)];
}

/// <summary>An account joined an existing member, by an address that both connections trust.</summary>
internal sealed record AccountLinked(Member Member) : DomainEvent(Member.Id)
{
    public override string Type => "member.linked";

    public override IEnumerable<(string Key, string Value)> Subjects => [("how", "email")];
}
