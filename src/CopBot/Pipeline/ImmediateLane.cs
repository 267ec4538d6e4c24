using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline.Assisting;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Opens forms and checks them: reads, writes nothing, answers in band.</summary>
internal sealed class ImmediateLane(
    IStore store,
    Registry registry,
    ReadingTurns turns,
    SoughtMeanings meanings)
{
    private static readonly Phrase Unknown = new(
        "This card is from an older version; please use a newer one.",
        "Cette carte vient d’une version antérieure ; utilisez une carte plus récente.");

    private static readonly Phrase NotYet = new(
        "Write to me once first, so that I know who you are.",
        "Écrivez-moi d’abord un mot, pour que je sache qui vous êtes.");

    private static readonly Phrase Missing = new("Please fill this in.", "Veuillez remplir ce champ.");

    private static readonly Phrase Nothing = new("Nothing is known on that yet.", "Rien n’est encore connu à ce sujet.");
    private static readonly Phrase Like = new("Write it like this: {0}", "Écrivez-le ainsi : {0}");
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    private static readonly Phrase TooLong = new("At most {0} characters.", "{0} caractères au plus.");

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var turn = await TurnAsync(db, request.Actor.Ref, cancel);
        var language = turn?.Language ?? await LanguageOfAsync(db, request.Actor, cancel);
        var action = registry.Action(request.Action);
        if (action is not ({ Open: not null } or { OpenOn: not null })) return new(null, Unknown.In(language));
        if (turn is null) return new(null, NotYet.In(language));
        if (Permission.Refuses(action.Who, turn) is { } refusal) return new(null, refusal.In(language));
        var offer = action.OpenOn is { } openOn
            ? await openOn(turn, request, cancel)
            : await action.Open!(turn, request.Argument ?? "", cancel);
        return new(offer.Form, offer.Refusal?.In(language));
    }

    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(
        FormSubmitted submitted, CancellationToken cancel)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (registry.Form(submitted.Form) is not { } form) return faults;
        await using var db = await store.OpenAsync(cancel);
        var turn = await TurnAsync(db, submitted.Actor.Ref, cancel);
        var language = turn?.Language ?? await LanguageOfAsync(db, submitted.Actor, cancel);
        foreach (var field in form.Fields)
        {
            var value = submitted.Values.GetValueOrDefault(field.Id, "");
            if (field.Required && string.IsNullOrWhiteSpace(value)) faults[field.Id] = Missing.In(language);
            else if (value.Length > field.MaxLength) faults[field.Id] = TooLong.In(language, field.MaxLength);
            else if (!Fits(field, value)) faults[field.Id] = Like.In(language, field.Hint);
        }

        return faults;
    }

    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await store.OpenAsync(cancel);
        if (await TurnAsync(db, request.Actor.Ref, cancel) is not { Actor.Member.Present: true } turn)
        {
            return new([], NotYet.In(await LanguageOfAsync(db, request.Actor, cancel)));
        }

        var search = registry.Features.Select(feature => feature.Search).OfType<Search>().Single();
        var found = await search(turn, request.Words, cancel);
        return found.Count > 0 ? new(found, null) : new([], Nothing.In(turn.Language));
    }

    private static bool Fits(Field field, string value) => field.Pattern is not { } pattern
        || string.IsNullOrWhiteSpace(value)
        || Regex.IsMatch(
            value.Trim(), $"^(?:{pattern})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTime);

    private static async Task<Language> LanguageOfAsync(
        CopBotDbContext db, AccountInfo guest, CancellationToken cancel) =>
        Languages.Of(guest, await db.Communities.FirstOrDefaultAsync(
            community => db.Connections.Any(c => c.Name == guest.Ref.Connection && c.CommunityId == community.Id),
            cancel));

    private async Task<Turn?> TurnAsync(CopBotDbContext db, AccountRef account, CancellationToken cancel)
    {
        if (await db.FindMemberAsync(account, cancel) is not { } member) return null;
        var community = await db.Communities.SingleAsync(c => c.Id == member.CommunityId, cancel);
        var identity = member.Identities.Single(i => i.Account == account);
        return turns.Of(
            db, community, new Actor(member, identity, JustJoined: false), text => meanings.IfKnown(community, text));
    }
}
