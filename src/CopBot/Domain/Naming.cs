using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// How people are named on cards: as they name themselves, with organisation and country where known.
/// </summary>
internal static class Naming
{
    private static readonly Phrase Former = new("a former member", "un ancien membre");

    private static readonly Phrase And = new(" and ", " et ");

    /// <summary>A mention of a member; a phrase for somebody who was erased.</summary>
    public static Span Of(Member? member, Language language) => member is null
        ? new Plain(Former.In(language))
        : new Mention(member.Name, [.. member.Identities.Select(identity => identity.Account)]);

    public static string NameOf(Member? member, Language language) => member?.Name ?? Former.In(language);

    /// <summary>In brackets behind the name; empty if nothing is known.</summary>
    public static string Background(Member? member)
    {
        var known = new[] { member?.Organisation, member?.Country }.Where(part => !string.IsNullOrWhiteSpace(part));
        var joined = string.Join(", ", known);
        return joined.Length == 0 ? "" : $" ({joined})";
    }

    /// <summary>"Kofi Mensah, Ana Reis and Li Wei", each a mention.</summary>
    public static IEnumerable<Span> List(IReadOnlyList<Member> members, Language language)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) yield return new Plain(i == members.Count - 1 ? And.In(language) : ", ");
            yield return Of(members[i], language);
        }
    }
}
