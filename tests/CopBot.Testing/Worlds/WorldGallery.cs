using System.Text.RegularExpressions;
using CopBot.Chat;
using CopBot.Chat.Cards;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Testing.Worlds;

/// <summary>Every kind of card and form that comes up when people do whatever they can.</summary>
public static partial class WorldGallery
{
    private const int Worlds = 3;
    private const int Steps = 220;

    /// <summary>Plays worlds, and keeps one card of each kind and one form of each id.</summary>
    /// <param name="language">What everybody speaks.</param>
    /// <param name="naming">What people are called, by account.</param>
    public static async Task<CollectedCards> CollectAsync(
        string language, Func<string, string> naming)
    {
        var cards = new Dictionary<string, Card>(StringComparer.Ordinal);
        var forms = new Dictionary<string, Form>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Worlds; seed++)
        {
            await using var world = await World.OpenAsync(language, naming);
            var play = new WorldPlay(world, seed, language);
            await play.PrepareAsync(_ => WorldRun.ClaimCodeAsync(world));
            for (var step = 0; step < Steps; step++) await KeepAsync(await play.StepAsync());

            foreach (var said in await KeptAsync(world, play)) await KeepAsync([said]);
            foreach (var account in WorldPeople.Accounts)
            {
                await KeepAsync(await world.TakeInAsync(new HomeOpened
                {
                    Connection = WorldPeople.RefOf(account).Connection, Key = $"home:{account}",
                    OccurredAt = world.Clock.GetUtcNow(), Actor = new(WorldPeople.RefOf(account)),
                }));
            }

            async Task KeepAsync(IReadOnlyList<Said> heard)
            {
                foreach (var said in heard)
                {
                    foreach (var card in said.Cards) cards.TryAdd(KindOf(card), card);
                    await OpenAsync(world, said, forms);
                }
            }
        }

        return new([.. cards.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)], [.. forms.Values]);
    }

    /// <summary>
    /// Chance seldom goes the whole way: a question is answered, helps, is kept, published, found and doubted.
    /// </summary>
    private static async Task<IReadOnlyList<Said>> KeptAsync(World world, WorldPlay play)
    {
        var heard = new List<Said>();
        var (finder, coordinator, asker, expert) = (
            WorldPeople.Accounts[2], WorldPeople.Accounts[3], WorldPeople.Accounts[4], WorldPeople.Accounts[5]);
        foreach (var one in new[] { finder, coordinator, asker, expert })
        {
            foreach (var words in new[] { "join", "contact me again" }) heard.AddRange(await play.TellAsync(one, words));
        }

        heard.AddRange(await play.TellAsync(coordinator, $"claim {await WorldRun.ClaimCodeAsync(world)}"));
        heard.AddRange(await play.SayAsync(coordinator, "bind", direct: false));
        heard.AddRange(await play.SayAsync(asker, "ask Which ledgers suit zebra accounting in small schools?", direct: false));
        var question = (await CountsAsync(world)).Questions;
        heard.AddRange(await play.TellAsync(expert, $"answer Q{question}: Take the striped ones."));
        heard.AddRange(await play.TellAsync(asker, $"helped Q{question}.1"));
        heard.AddRange(await play.TellAsync(expert, $"keep Q{question}.1 named"));
        var note = (await CountsAsync(world)).Notes;
        heard.AddRange(await play.TellAsync(coordinator, $"publish N{note}"));
        heard.AddRange(await play.TellAsync(finder, $"find N{note}"));
        return heard;
    }

    private static async Task<(int Questions, int Notes)> CountsAsync(World world)
    {
        await using var db = await world.Store.OpenAsync(CancellationToken.None);
        var community = await db.Communities.AsNoTracking().SingleAsync();
        return (community.Questions, community.Notes);
    }

    private static async Task OpenAsync(World world, Said said, Dictionary<string, Form> forms)
    {
        foreach (var action in said.Cards.SelectMany(card => card.Actions).Where(a => a.OpensForm && !forms.ContainsKey(a.Id)))
        {
            var reader = WorldPeople.RefOf(said.Reader ?? WorldPeople.Accounts[0]);
            var place = said.Message?.Place ?? new PlaceRef(reader.Connection, WorldPeople.DirectOf(reader.Id));
            var request = new FormRequest(new(reader), new(place, PlaceKind.Direct), null, action.Id, action.Argument);
            var opening = await world.Intake.OpenFormAsync(request, CancellationToken.None);
            if (opening.Form is { } form) forms[action.Id] = form;
        }
    }

    /// <summary>What a card is made of, what it offers, and how it begins but for names and numbers.</summary>
    private static string KindOf(Card card)
    {
        var begin = Particular().Replace(card.Blocks.Select(PlainRendering.Of).FirstOrDefault() ?? card.Summary, "");
        return $"{string.Join(' ', card.Blocks.Select(block => block.GetType().Name))} "
            + $"{string.Join(' ', card.Actions.Select(action => action.Id).Distinct())} {begin[..Math.Min(begin.Length, 14)]}";
    }

    [GeneratedRegex(@"[QN]?\d+|\p{P}|\s")]
    private static partial Regex Particular();
}

/// <summary>One card of each kind, and one form of each id.</summary>
public sealed record CollectedCards(IReadOnlyList<Card> Cards, IReadOnlyList<Form> Forms);
