using CopBot.Domain;
using CopBot.Evaluation.Records;

namespace CopBot.Features.Evaluating;

/// <summary>Who belonged to the community when, under one pseudonym each, with what is known of them last.</summary>
internal sealed class HistoryPeople
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _merged = new(StringComparer.Ordinal);

    /// <summary>The pseudonym that counts for another: accounts that turned out to be one person's are one.</summary>
    public string Of(string pseudonym)
    {
        while (_merged.TryGetValue(pseudonym, out var into)) pseudonym = into;
        return pseudonym;
    }

    public void Add(LoggedEvent entry, DateTimeOffset at)
    {
        if (entry.Type == "member.erased")
        {
            if (entry["pseudonym"] is { } erased && _people.TryGetValue(Of(erased), out var gone)) gone.Left ??= at;
            return;
        }

        if (entry.Type == "member.role_changed")
        {
            // Who claims a role by a code was given it by nobody in the log.
            if (entry.Actor is { } giver) Describe(giver, entry);
            if (entry["member"] is { } member) Know(member).Change(entry["role"], entry["change"] == "given", at);
            return;
        }

        if (entry.Actor is not { } actor) return;
        var person = Describe(actor, entry);
        switch (entry.Type)
        {
            case "member.joined":
                (person.Joined, person.Left) = (Earlier(person.Joined, at), null);
                break;
            case "member.left":
                person.Left = at;
                break;
            case "member.merged" when entry["merged"] is { } other && Of(other) != Of(actor):
                Merge(Of(other), person);
                break;
            case "consent.given" or "consent.withdrawn" when entry["purpose"] == Consent.Research:
                person.Agreed = entry.Type == "consent.given";
                break;
            case "consent.given" when entry["purpose"] is { } purpose:
                person.Studies.Add(purpose);
                break;
            case "consent.withdrawn" when entry["purpose"] is { } purpose:
                person.Studies.Remove(purpose);
                break;
        }
    }

    /// <summary>The last that was known of somebody holds.</summary>
    public Person Describe(string pseudonym, LoggedEvent entry)
    {
        var person = Know(pseudonym);
        if (entry["actor_org"] is { } organisation) person.Organisation = organisation;
        if (entry["actor_country"] is { } country) person.Country = country;
        return person;
    }

    public bool Agreed(string pseudonym) => _people[pseudonym].Agreed;

    /// <summary>The purposes of studies that somebody agreed to.</summary>
    public IReadOnlySet<string> Studies(string pseudonym) => _people[pseudonym].Studies;

    public List<MemberRow> Rows(Func<DateTimeOffset, double> day, double end) =>
    [
        .. _people.Where(one => one.Value.Joined is not null).OrderBy(one => one.Value.Joined).ThenBy(one => one.Key)
            .Select(one => new MemberRow(
                one.Key, one.Value.Organisation, one.Value.Country, one.Value.RoleAt(end, day),
                    day(one.Value.Joined!.Value),
                one.Value.Left is { } left ? day(left) : null)),
    ];

    public IEnumerable<Leading> Leading(Func<DateTimeOffset, double> day, Func<string?, int?> numberOf)
    {
        foreach (var (pseudonym, person) in _people.OrderBy(one => one.Key))
        {
            if (numberOf(pseudonym) is not { } number) continue;
            foreach (var (_, from, to) in person.Roles)
            {
                yield return new(number, day(from), to is { } end ? day(end) : double.PositiveInfinity);
            }
        }
    }

    private Person Know(string pseudonym)
    {
        var id = Of(pseudonym);
        if (!_people.TryGetValue(id, out var person)) _people[id] = person = new();
        return person;
    }

    private void Merge(string other, Person into)
    {
        _merged[other] = _people.First(one => one.Value == into).Key;
        if (!_people.Remove(other, out var person)) return;
        into.Joined = person.Joined is { } joined ? Earlier(into.Joined, joined) : into.Joined;
        into.Organisation ??= person.Organisation;
        into.Country ??= person.Country;
        into.Agreed |= person.Agreed;
        into.Studies.UnionWith(person.Studies);
        into.Roles.AddRange(person.Roles);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } known && known < other ? known : other;

    /// <summary>What is known of somebody.</summary>
    internal sealed class Person
    {
        public DateTimeOffset? Joined { get; set; }

        public DateTimeOffset? Left { get; set; }

        public string? Organisation { get; set; }

        public string? Country { get; set; }

        public bool Agreed { get; set; }

        public HashSet<string> Studies { get; } = new(StringComparer.Ordinal);

        /// <summary>Of coordinators and experts: since when and until when.</summary>
        public List<(string Role, DateTimeOffset From, DateTimeOffset? To)> Roles { get; } = [];

        public void Change(string? role, bool given, DateTimeOffset at)
        {
            if (role is not (nameof(RoleKind.Coordinator) or nameof(RoleKind.Expert))) return;
            var open = Roles.FindIndex(one => one.Role == role && one.To is null);
            if (given && open < 0) Roles.Add((role, at, null));
            if (!given && open >= 0) Roles[open] = (role, Roles[open].From, at);
        }

        /// <summary>Coordinators lead, experts are the core.</summary>
        public string RoleAt(double end, Func<DateTimeOffset, double> day)
        {
            bool Has(RoleKind kind) => Roles.Exists(one => one.Role == $"{kind}" && !(one.To is { } to && day(to) <= end));
            return Has(RoleKind.Coordinator) ? "leader" : Has(RoleKind.Expert) ? "core" : "member";
        }
    }
}
