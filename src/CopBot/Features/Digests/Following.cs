using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>Who wants the digest for themselves, in the direct chat or by e-mail.</summary>
internal static partial class Following
{
    private static readonly Phrase Followed = new(
        "The next digest comes to our direct chat. Stop it any time: stop digest.",
        "Le prochain résumé arrivera dans notre conversation directe. Pour l’arrêter : arrêter le résumé.");

    private static readonly Phrase Mailed = new(
        "The next digest comes to {0}. Stop it any time: stop digest.",
        "Le prochain résumé arrivera à {0}. Pour l’arrêter : arrêter le résumé.");

    private static readonly Phrase Stopped = new(
        "The digest comes to you no longer; it still stands in the community’s places.",
        "Le résumé ne vous est plus envoyé ; il reste dans les lieux de la communauté.");

    private static readonly Phrase NoMail = new(
        "I can’t send e-mail. Whoever runs me can make it possible: the setting Mail.",
        "Je ne peux pas envoyer de courriel. La personne qui m’exploite peut le permettre : le réglage Mail.");

    private static readonly Phrase WhichAddress = new(
        "Which address? Write: digest by mail you@example.org.", "Quelle adresse ? Écrivez : résumé par courriel vous@example.org.");

    private static readonly Phrase Sent = new(
        "A code is on its way to {0}. Within 15 minutes, write to me here: confirm mail, and the code.",
        "Un code part vers {0}. Dans les 15 minutes, écrivez-moi ici : confirmer le courriel, puis le code.");

    private static readonly Phrase Wait = new(
        "A code was sent already. Wait until it has run out, 15 minutes at most.",
        "Un code a déjà été envoyé. Attendez qu’il expire, 15 minutes au plus.");

    private static readonly Phrase CodeTitle = new("{0}: your code", "{0} : votre code");
    private static readonly Phrase CodeWords = new(
        "{0} wants the digest of {1} at this address. If that is you, write to the bot: confirm mail {2}. If not, do nothing.",
        "{0} souhaite recevoir le résumé de {1} à cette adresse. Si c’est vous, écrivez au robot : confirmer le courriel {2}. Sinon, ne faites rien.");

    private static readonly Phrase WrongCode = new("That code is not valid, or no longer.", "Ce code n’est pas valable, ou ne l’est plus.");

    public static Outcome Direct(Turn turn)
    {
        var me = turn.Me.Member;
        me.Touch();
        me.DigestBy |= DigestWays.Direct;
        return Outcome.Of(turn.Tell(Followed)).Raise(new ProfileChanged(me));
    }

    public static async Task<Outcome> StopAsync(Turn turn, CancellationToken cancel)
    {
        await StopAsync(turn.Db, turn.Me.Member, cancel);
        return Outcome.Of(turn.Tell(Stopped)).Raise(new ProfileChanged(turn.Me.Member));
    }

    /// <summary>Nothing more is sent, not even what waits already, and no address is kept.</summary>
    public static async Task StopAsync(CopBotDbContext db, Member member, CancellationToken cancel)
    {
        await ForgetAddressesAsync(db, member, cancel);
        var own = $":{member.Id:N}";
        db.Outbox.RemoveRange(await db.Outbox
            .Where(row => row.CardKey != null && row.CardKey.StartsWith("d:") && row.CardKey.EndsWith(own)).ToListAsync(cancel));
        member.Touch();
        member.DigestBy = DigestWays.None;
    }

    private static async Task ForgetAddressesAsync(CopBotDbContext db, Member member, CancellationToken cancel)
    {
        foreach (var address in new[] { member.DigestAddress, member.UnprovedAddress }.OfType<string>())
        {
            var lane = $":direct:{address}";
            db.Outbox.RemoveRange(await db.Outbox.Where(row => row.Lane.EndsWith(lane)).ToListAsync(cancel));
        }

        (member.DigestAddress, member.UnprovedAddress) = (null, null);
    }

    public static async Task<Outcome> ByMailAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        if (turn.Platforms.Mail is not { } mail) return Outcome.Of(turn.Tell(NoMail));
        var me = turn.Me.Member;
        var vouched = me.Identities.Select(i => i.Email).OfType<string>().ToList();
        var address = call.Argument.Length > 0 ? call.Argument : vouched.FirstOrDefault();
        if (address is null) return Outcome.Of(turn.Tell(WhichAddress));
        if (vouched.Contains(address, StringComparer.OrdinalIgnoreCase)) return await MailAsync(turn, address, cancel);
        if (await turn.Db.Codes.AnyAsync(
            c => c.MemberId == me.Id && c.Purpose == CodePurpose.Address && c.ExpiresAt > turn.SecurityNow, cancel))
        {
            return Outcome.Of(turn.Tell(Wait));
        }

        var (code, record) = Codes.New(turn.NewId(), turn.Community.Id, CodePurpose.Address, me.Id, turn.SecurityNow);
        turn.Db.Codes.Add(record);
        me.Touch();
        me.UnprovedAddress = address;
        var title = CodeTitle.In(turn.Language, turn.Community.Title);
        var words = CodeWords.In(turn.Language, me.Name, turn.Community.Title, code);
        return Outcome.Of(turn.Tell(Sent, address))
            .Send(new DirectMessage(new(mail, address), new Card(title, new Paragraph(words))));
    }

    public static async Task<Outcome> ConfirmAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var code = await Codes.SpendAsync(
            turn.Db, turn.Community.Id, CodePurpose.Address, call.Argument, turn.SecurityNow, cancel);
        return code?.MemberId == turn.Me.Member.Id && turn.Me.Member.UnprovedAddress is { } address
            ? await MailAsync(turn, address, cancel)
            : Outcome.Of(turn.Tell(WrongCode));
    }

    [GeneratedRegex(@"[^\s<>""@,;]{1,64}@[^\s<>""@,;]{1,180}\.[^\s<>""@,;.]{2,63}", RegexOptions.CultureInvariant, 100)]
    public static partial Regex Address();

    [GeneratedRegex("[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}", RegexOptions.CultureInvariant, 100)]
    public static partial Regex Code();

    private static async Task<Outcome> MailAsync(Turn turn, string address, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        await ForgetAddressesAsync(turn.Db, me, cancel);
        me.Touch();
        me.DigestBy |= DigestWays.Mail;
        (me.DigestAddress, me.UnprovedAddress) = (address, null);
        return Outcome.Of(turn.Tell(Mailed, address)).Raise(new ProfileChanged(me));
    }
}
