using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// How people are named on cards: as they name themselves, with organisation and country where known; an anonymous
/// asker not at all.
/// </summary>
internal static class Naming
{
    private static readonly Phrase Former = new("a former member", "un ancien membre");

    private static readonly Phrase Anonymous = new("Somebody (anonymous)", "Une personne (anonyme)");

    private static readonly Phrase And = new(" and ", " et ");

    /// <summary>A mention of a member; a phrase for somebody who was erased.</summary>
    public static Span Of(Member? member, Language language) => member is null
        ? new Plain(Former.In(language))
        : new Mention(member.Name, [.. member.Identities.Select(identity => identity.Account)]);

    /// <summary>The name, set apart where it is written from right to left, so that it can stand in a list.</summary>
    public static string NameOf(Member? member, Language language) =>
        member is null ? Former.In(language) : Isolation.Of(member.Name);

    /// <summary>Who asked, with what is known of them: a phrase if they asked anonymously.</summary>
    public static string AskerOf(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        if (question.Anonymous) return Anonymous.In(language);
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        return NameOf(asker, language) + Background(asker);
    }

    /// <summary>Who asked, by name alone.</summary>
    public static string AskerNameOf(Question question, IReadOnlyDictionary<Guid, Member> people, Language language) =>
        question.Anonymous
            ? Anonymous.In(language)
            : NameOf(question.AskerId is { } id ? people.GetValueOrDefault(id) : null, language);

    /// <summary>Who asked, as a mention that notifies nobody of an anonymous question.</summary>
    public static Text AskerTextOf(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        if (question.Anonymous) return Anonymous.In(language);
        var asker = question.AskerId is { } id ? people.GetValueOrDefault(id) : null;
        return new Text(Of(asker, language), new Plain(Background(asker)));
    }

    /// <summary>Who said something about a question, with what is known of them.</summary>
    public static string AuthorOf(
        Question question, Contribution said, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        if (question.Anonymous && said.Kind == ContributionKind.FollowUp) return Anonymous.In(language);
        var author = said.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        return NameOf(author, language) + Background(author);
    }

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
