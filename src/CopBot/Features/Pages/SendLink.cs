using System.Security.Cryptography;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Pages;

/// <summary>A link that signs its reader in, once, sent in a direct chat.</summary>
internal static class SendLink
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private static readonly Phrase Open = new("Open the pages of {0}", "Ouvrir les pages de {0}");
    private static readonly Phrase Once = new(
        "The link is for you alone. It works once, within 15 minutes.",
        "Ce lien est pour vous seulement. Il sert une fois, dans les 15 minutes.");

    private static readonly Phrase Nowhere = new(
        "I have no address on the web that you could open. Whoever runs me can give me one: the setting PublicUrl.",
        "Je n’ai pas d’adresse sur le web que vous puissiez ouvrir. La personne qui m’exploite peut m’en donner une : le réglage PublicUrl.");

    public static Outcome Handle(Turn turn)
    {
        if (turn.PublicUrl is not { } site) return Outcome.Of(turn.Tell(Nowhere));
        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        turn.Db.Codes.Add(new OneTimeCode
        {
            Id = turn.NewId(),
            CommunityId = turn.Community.Id,
            Purpose = CodePurpose.SignIn,
            MemberId = turn.Me.Member.Id,
            Hash = PageDoor.HashOf(token),
            ExpiresAt = turn.SecurityNow + Life,
        });
        var open = Open.In(turn.Language, turn.Community.Title);
        var once = Once.In(turn.Language);
        var link = new Uri(site, $"sign-in/{token}");
        return Outcome.Of(turn.Tell(new Card(
            $"{open}: {link} {once}", new Paragraph(new Text(new Link(open, link.ToString()))), new Aside(once))));
    }
}
