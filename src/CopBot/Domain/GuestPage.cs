using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// The page of somebody who is no member: looking at it makes nobody one. Whoever leaves or is erased sees it instead
/// of the own page.
/// </summary>
internal static class GuestPage
{
    private static readonly Phrase What = new(
        "Here members of {0} see their questions, what waits for them, and how I treat them. Write to me, or join.",
        "Les membres de {0} voient ici leurs questions, ce qui les attend et leurs réglages. Écrivez-moi, ou rejoignez-les.");

    private static readonly Phrase Join = new("Join", "Rejoindre");

    public static ShowHome Of(AccountRef account, Community community, Language language)
    {
        var what = What.In(language, community.Title);
        return new ShowHome(account,
        [
            new Card($"{community.Title}. {what}", new Heading(community.Title), new Paragraph(what))
            {
                Actions = [new("join", Join.In(language), null, "join") { Primary = true }],
            },
        ]);
    }

    /// <summary>On every page the member has.</summary>
    public static IEnumerable<Effect> InsteadOf(Turn turn, Member member) => member.Identities
        .Where(i => turn.Platforms.Connections.ContainsKey(i.Connection) && !turn.Lost.Contains(i.Connection)
            && turn.Platforms.CapabilitiesOf(i.Connection).HasPages)
        .Select(i => Of(i.Account, turn.Community, turn.LanguageOf(member)));
}
