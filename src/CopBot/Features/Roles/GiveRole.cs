using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Roles;

/// <summary>A coordinator gives and ends roles. The community is never left without a coordinator.</summary>
internal static partial class GiveRole
{
    private static readonly Phrase Title = new("Roles", "Rôles");
    private static readonly Phrase Nobody = new("nobody", "personne");
    private static readonly Phrase NoSuch = new(
        "I know no member called “{0}”. People become members by writing to me once.",
        "Je ne connais aucun membre nommé « {0} ». On devient membre en m’écrivant une fois.");

    private static readonly Phrase Several = new(
        "Several members are called “{0}”; say the whole name.", "Plusieurs membres se nomment « {0} » ; dites le nom entier.");

    private static readonly Phrase Given = new("{0} is {1} now.", "{0} a désormais le rôle : {1}.");
    private static readonly Phrase Ended = new("{0} is no longer {1}.", "{0} n’a plus le rôle : {1}.");
    private static readonly Phrase YoursGiven = new(
        "{0} made you {1} of {2}.", "{0} vous a donné un rôle dans {2} : {1}.");

    private static readonly Phrase InSettings = new(
        "{0} is coordinator by the bot’s settings; an administrator takes the address out of Communities:…:Coordinators.",
        "{0} coordonne selon les réglages du robot ; un administrateur retire l’adresse de Communities:…:Coordinators.");

    private static readonly Phrase Last = new(
        "{0} is the only coordinator. Make somebody else coordinator first.",
        "{0} est la seule personne à coordonner. Nommez d’abord quelqu’un d’autre.");

    private static readonly Dictionary<RoleKind, Phrase> Names = new()
    {
        [RoleKind.Expert] = new("expert", "expert"),
        [RoleKind.Coordinator] = new("coordinator", "coordination"),
        [RoleKind.Evaluator] = new("evaluator", "évaluation"),
        [RoleKind.Administrator] = new("administrator", "administration"),
    };

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var match = Words().Match(call.Argument);
        if (!match.Success) return await ListAsync(turn, cancel);
        var name = match.Groups["name"].Value.Trim().TrimStart('@');
        var found = await MemberNames.FindAsync(turn, name, call.Message.Mentions, cancel);
        if (found.Count == 0) return Outcome.Of(turn.Tell(NoSuch, name));
        if (found.Count > 1) return Outcome.Of(turn.Tell(Several, name));
        var kind = KindOf(match.Groups["kind"].Value);
        return match.Groups["no"].Success
            ? await EndAsync(turn, found[0], kind, cancel)
            : Give(turn, found[0], kind);
    }

    /// <summary>By a member's id and a role: <c>0198…:Expert</c>.</summary>
    public static async Task<Outcome> PressedAsync(Turn turn, string argument, bool ends, CancellationToken cancel)
    {
        if (argument.Split(':') is not [var id, var role] || !Guid.TryParseExact(id, "N", out var memberId)
            || !Enum.TryParse<RoleKind>(role, out var kind) || !Names.ContainsKey(kind)
            || await turn.Db.WholeMembers().FirstOrDefaultAsync(
                m => m.Id == memberId && m.CommunityId == turn.Community.Id && m.LeftAt == null,
                cancel) is not { } member)
        {
            return Outcome.Of(turn.Tell(NoSuch, "…"));
        }

        return ends ? await EndAsync(turn, member, kind, cancel) : Give(turn, member, kind);
    }

    [GeneratedRegex(
        @"[:\s]*(?<name>\S.{0,119}?)\s*[:,]?\s+(?<no>(?:no|not|no longer|pas|plus)\s+)?(?<kind>expert|coordinator|coordination"
        + @"|evaluator|[ée]valuation|administrator|administration)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static Outcome Give(Turn turn, Member member, RoleKind kind)
    {
        var outcome = Outcome.Of(turn.Tell(Given, member.Name, Names[kind].In(turn.Language)));
        if (member.Is(kind, turn.Now)) return outcome;
        member.Touch();
        turn.Db.Roles.Add(new Role
        {
            Id = turn.NewId(), MemberId = member.Id, Kind = kind, From = turn.Now, Source = "coordinator",
        });
        outcome.Raise(new RoleChanged(turn.Me.Member.Id, member, kind, Given: true));
        return member.Id == turn.Me.Member.Id ? outcome : outcome.Send(Reach.Direct(turn, member, language =>
            Card.Saying(YoursGiven.In(language, turn.Me.Member.Name, Names[kind].In(language), turn.Community.Title))));
    }

    private static async Task<Outcome> EndAsync(Turn turn, Member member, RoleKind kind, CancellationToken cancel)
    {
        var outcome = Outcome.Of(turn.Tell(Ended, member.Name, Names[kind].In(turn.Language)));
        if (!member.Is(kind, turn.Now)) return outcome;
        if (member.Roles.Exists(r => r.Kind == kind && r.To is null && r.Source == "settings"))
        {
            return Outcome.Of(turn.Tell(InSettings, member.Name));
        }

        if (kind == RoleKind.Coordinator && (await Coordinating.OfAsync(turn, cancel)).Count == 1)
        {
            return Outcome.Of(turn.Tell(Last, member.Name));
        }

        // Two who end each other's role at once would leave nobody: the community's version lets one of them win.
        turn.Community.Touch();
        member.Touch();
        foreach (var role in member.Roles.Where(r => r.Kind == kind && r.To is null)) role.To = turn.Now;
        return outcome.Raise(new RoleChanged(turn.Me.Member.Id, member, kind, Given: false));
    }

    private static async Task<Outcome> ListAsync(Turn turn, CancellationToken cancel)
    {
        var language = turn.Language;
        var holders = await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null && m.Roles.Any(r => r.To == null))
            .ToListAsync(cancel);
        var facts = new Facts(
            [.. Names.Select(pair => new Fact(pair.Value.Label(language), NamesOf(holders, pair.Key)))]);
        var title = Title.In(language);
        return Outcome.Of(turn.Tell(new Card(
            $"{title}. {string.Join("; ", facts.Items.Select(f => $"{f.Label}: {f.Value.ToPlain()}"))}",
            new Heading(title), facts)));

        string NamesOf(List<Member> members, RoleKind kind)
        {
            var names = string.Join(", ", members.Where(m => m.Is(kind, turn.Now)).Select(m => m.Name).Order());
            return names.Length == 0 ? Nobody.In(language) : names;
        }
    }

    private static RoleKind KindOf(string word) => char.ToUpperInvariant(word[0]) switch
    {
        'C' => RoleKind.Coordinator,
        'A' => RoleKind.Administrator,
        _ when word.StartsWith("exp", StringComparison.OrdinalIgnoreCase) => RoleKind.Expert,
        _ => RoleKind.Evaluator,
    };
}
