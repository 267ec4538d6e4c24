using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline.Assisting;
using CopBot.Pipeline.Knowing;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>From an inbound to an outcome: who and where, what it means, who may, the handler, the reactions.</summary>
internal sealed class Decider(
    Registry registry, IntentResolver resolver, Arrivals arrivals, Scenes scenes,
    Platforms platforms, KnowledgeIndexes knowing, SoughtMeanings meanings,
    Writings writings, SecurityClock security, TimeProvider time, PublicSite site)
{
    private static readonly Phrase Obsolete = new(
        "This button is from an older version of me; nothing was done.",
        "Ce bouton vient d’une version antérieure ; rien n’a été fait.");

    private static readonly Phrase NotBound = new(
        "This place does not belong to a community yet. A coordinator can say “bind” here.",
        "Ce lieu n’appartient pas encore à une communauté. Une personne coordinatrice peut dire « rattacher » ici.");

    private static readonly Phrase Outsiders = new(
        "People from outside read along here, so I stay silent until a coordinator says “allow outsiders”.",
        "Des personnes extérieures lisent ici ; je me tais tant qu’une personne coordinatrice n’a pas dit « autoriser externes ».");

    private static readonly Phrase DirectOnly = new(
        "Please say that to me in our direct chat.", "Dites-le-moi dans notre conversation directe.");

    public async Task<(Outcome Outcome, Turn Turn)?> DecideAsync(
        CopBotDbContext db, Inbound inbound, Caller? caller, Surroundings around, QuestionNumbers numbers,
        CancellationToken cancel)
    {
        if (around.Find(inbound.Connection) is not var (connection, community)) return null;
        var outcome = new Outcome();
        var scene = scenes.Of(db, inbound, around.Here);

        // Whatever comes in from a connection shows that it is there again.
        if (inbound is not (ConnectionLost or PersonUnreachable or BotLeftPlace)) connection.LostAt = null;
        var turn = NewTurn(db, community, inbound.OccurredAt, scene, actor: null, around, numbers);
        if (caller?.Account is { } account)
        {
            if (Closed(turn, inbound) is { } closed) return (Refuse(turn, inbound, account, closed), turn);
            if (ClosedSilently(turn, inbound)) return null;

            // Looking is no act of one's own: it makes nobody a member.
            if (inbound is HomeOpened && !await Arrivals.IsPresentAsync(db, account.Ref, cancel))
            {
                return (await HandleAsync(turn, new HomeVisited(account), cancel), turn);
            }

            var actor = await arrivals.ArriveAsync(db, community, caller, turn.Now, outcome, cancel);

            // Who writes to the bot's own chat can be written to there.
            if (scene?.IsDirect == true || inbound is HomeOpened) actor.Identity.UnreachableSince = null;

            // Whoever acts must still be there when the turn commits: erasing and acting at once is a conflict.
            actor.Member.Touch();
            turn = NewTurn(db, community, inbound.OccurredAt, scene, actor, around, numbers);
        }

        var intent = await IntentAsync(turn, inbound, cancel);
        if (intent is null) return null;
        if (turn.Actor is { JustJoined: true } newcomer)
        {
            outcome.Send(turn.Tell(Arrivals.Welcome(turn))).Raise(new WelcomeSent(newcomer.Member));
        }

        outcome.Absorb(await HandleAsync(turn, intent, cancel));
        await ReactAsync(turn, outcome, cancel);
        if (turn.Scene?.Place.Kind == PlaceKind.Home)
        {
            outcome.Absorb(await HandleAsync(turn, new HomeVisited(Guest: null), cancel));
        }

        return (outcome, turn);
    }

    public async Task<(Outcome Outcome, Turn Turn)?> DecideAsync(
        CopBotDbContext db, TimerDue due, Surroundings around, QuestionNumbers numbers, CancellationToken cancel)
    {
        if (registry.Timer(due.Kind) is not { } timer) return null;
        var community = await db.Communities.FirstOrDefaultAsync(c => c.Id == due.CommunityId, cancel);
        if (community is null) return null;
        var turn = NewTurn(db, community, time.GetUtcNow(), scene: null, actor: null, around, numbers);
        var outcome = await timer.Handle(turn, new(timer, due.SubjectId), cancel);
        await ReactAsync(turn, outcome, cancel);
        return (outcome, turn);
    }

    private static Phrase? IsClosed(Turn turn) => turn.Scene switch
    {
        null or { IsDirect: true } => null,
        { Place: { SharedWithOutsiders: true, OutsidersAllowed: false } } => Outsiders,
        { Place.CommunityId: null } => NotBound,
        _ => null,
    };

    private static bool ClosedSilently(Turn turn, Inbound inbound) =>
        inbound is MessageReceived { AddressesBot: false } && IsClosed(turn) is not null;

    private Phrase? Closed(Turn turn, Inbound inbound)
    {
        if (IsClosed(turn) is not { } closed) return null;
        return inbound switch
        {
            MessageReceived { AddressesBot: true } message
                when resolver.VerbOf(message.Text.Trim(), inThread: false)?.Verb.Where != Where.Anywhere => closed,
            ActionPressed or FormSubmitted => closed,
            _ => null,
        };
    }

    private static Outcome Refuse(Turn turn, Inbound inbound, AccountInfo account, Phrase refusal)
    {
        var card = Card.Saying(refusal.In(Languages.Of(account, turn.Community)));
        return inbound switch
        {
            MessageReceived message => Outcome.Of(new Whisper(message.Place.Ref, message.Thread, account.Ref, card)),
            ActionPressed press => Outcome.Of(new Whisper(press.Place.Ref, press.Thread, account.Ref, card)),
            _ => Outcome.Of(new DirectMessage(account.Ref, card)),
        };
    }

    private async Task<Intent?> IntentAsync(Turn turn, Inbound inbound, CancellationToken cancel) => inbound switch
    {
        MessageReceived message => await resolver.ResolveAsync(
            turn, await MentionNames.NameAsync(turn.Db, message, cancel), cancel),
        ActionPressed press => registry.Action(press.Action) is { Handle: not null } action
            ? new ActionIntent(action, press.Argument ?? "")
            : new ActionIntent(new("obsolete"), ""),
        FormSubmitted form => registry.Form(form.Form) is { } declared
            ? new FormIntent(declared, form.Argument ?? "", form.Values)
            : new ActionIntent(new("obsolete"), ""),
        MessageEdited edited =>
            await SourceResolver.ResolveAsync(
                turn, edited.Place.Ref, edited.Message, await EditedTextAsync(turn, edited, cancel), cancel),
        MessageDeleted gone =>
            await SourceResolver.ResolveAsync(turn, gone.Place.Ref, gone.Message, newText: null, cancel),
        BotJoinedPlace joined => new Joined(joined),
        BotLeftPlace left => new Left(left),
        ConnectionLost lost => new Lost(lost),
        PersonUnreachable person => new Unreachable(person),
        HomeOpened => new HomeVisited(Guest: null),
        _ => null,
    };

    /// <summary>
    /// The new text as a new message's would be taken: people by name, without the verb and handle before it.
    /// </summary>
    private async Task<string> EditedTextAsync(Turn turn, MessageEdited edited, CancellationToken cancel)
    {
        var text = await MentionNames.NameAsync(turn.Db, edited.Text, edited.Mentions, cancel);
        var words = resolver.VerbOf(text.Trim(), inThread: true) is { Verb.Name: "ask" or "ask privately" or "ask anonymously" or "answer", Argument: { } said }
            ? said
            : text;
        var kept = (Handles.Split(words)?.Words ?? words).TrimStart(':', ' ');
        return MessageText.Of(kept, edited.Attachments, turn.PlaceLanguage);
    }

    private Task<Outcome> HandleAsync(Turn turn, Intent intent, CancellationToken cancel)
    {
        var (who, where) = intent switch
        {
            VerbIntent call => (call.Verb.Who, call.Verb.Where),
            ActionIntent press => (press.Action.Who, Where.Bound),
            FormIntent form => (form.Form.Who, Where.Bound),
            _ => (Who.Member, Where.Bound),
        };
        if (turn.Actor is not null && Permission.Refuses(who, turn) is { } refusal) return Says(turn, refusal);
        if (where == Where.Direct && turn.Scene is { IsDirect: false }) return Says(turn, DirectOnly);
        return intent switch
        {
            VerbIntent call => call.Verb.Handle(turn, call, cancel),
            ActionIntent { Action.Handle: { } handle } press => handle(turn, press, cancel),
            ActionIntent => Says(turn, Obsolete),
            FormIntent form => form.Form.Handle(turn, form, cancel),
            _ => registry.Intent(intent.GetType())?.Handle(turn, intent, cancel) ?? Task.FromResult(Outcome.Nothing),
        };
    }

    private static Task<Outcome> Says(Turn turn, Phrase phrase) => Task.FromResult(Outcome.Of(turn.Tell(phrase)));

    private async Task ReactAsync(Turn turn, Outcome outcome, CancellationToken cancel)
    {
        for (var next = 0; next < outcome.Events.Count; next++)
        {
            var happened = outcome.Events[next];
            foreach (var reaction in registry.Reactions(happened.GetType()))
            {
                outcome.Absorb(await reaction.Handle(turn, happened, cancel));
            }
        }
    }

    private Turn NewTurn(
        CopBotDbContext db,
        Community community,
        DateTimeOffset occurredAt,
        Scene? scene,
        Actor? actor,
        Surroundings around,
        QuestionNumbers numbers) => new()
        {
            Lost = around.Lost(),
            Tongues = around.Tongues(),
            Db = db,
            Community = community,
            Now = time.GetUtcNow(),
            SecurityNow = security.Now,
            OccurredAt = occurredAt,
            Platforms = platforms,
            Numbers = numbers,
            Knowing = knowing,
            MeaningOf = text => meanings.Of(community, text),
            PublicUrl = site.Address,
            Writes = writings.Available,
            Write = (key, order) => writings.Of(community, key, order),
            Actor = actor,
            Scene = scene,
        };
}
