using System.Globalization;
using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Teams.Inbound;

/// <summary>
/// Translates activities. Source:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities
/// </summary>
internal sealed class TeamsTranslation(string connection, JsonElement activity, DateTimeOffset now)
{
    public string Type => activity.Text("type") ?? "none";

    public bool IsKnown => Type is "message" or "messageUpdate" or "messageDelete" or "conversationUpdate"
        or "installationUpdate" or "invoke" or "typing" or "messageReaction";

    private string Conversation => activity.Text("conversation", "id") ?? "";

    private string From => activity.Text("from", "id") ?? "";

    private DateTimeOffset OccurredAt => DateTimeOffset.TryParse(
        activity.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time.ToUniversalTime()
        : now;

    public AccountInfo Actor => Account();

    /// <returns>Null if it means nothing: another bot's message, somebody else's arrival, an unknown type.</returns>
    public CopBot.Chat.Inbound? Translate() => Type switch
    {
        "message" when IsBot => null,
        "message" when TeamsPress.Of(activity.At("value")) is { } press => Press(press, awaits: false),
        "message" => Said(),
        "messageUpdate" when activity.Text("channelData", "eventType") is "editMessage" or null && !IsBot => Edited(),
        "messageDelete" => Deleted(),
        "conversationUpdate" => Roster(),
        "installationUpdate" => Installation(),
        _ => null,
    };

    /// <summary>A press whose answer the platform waits for.</summary>
    public ActionPressed Press(TeamsPress press, bool awaits) => new()
    {
        Connection = connection,
        Key = $"press:{TeamsPlaces.PlaceOf(Conversation)}:{activity.Text("replyToId")}:{press.Revision}:{From}:"
            + $"{press.Action}:{press.Argument}",
        OccurredAt = OccurredAt,
        Place = TeamsPlaces.Of(connection, activity),
        Actor = Account(),
        Message = activity.Text("replyToId") ?? "",
        Thread = ThreadOrNull(),
        Action = press.Action,
        Argument = press.Argument,
        AwaitsReply = awaits,
    };

    /// <summary>A form as a dialog sent it.</summary>
    public FormSubmitted Form(
        string form, string? argument, string? nonce, IReadOnlyDictionary<string, string> values) => new()
    {
        Connection = connection,
        Key = $"form:{From}:{nonce ?? activity.Text("id")}",
        OccurredAt = OccurredAt,
        Place = TeamsPlaces.Of(connection, activity),
        Actor = Account(),
        Form = form,
        Argument = argument,
        Values = values,
        AwaitsReply = true,
    };

    public FormRequest FormRequest(TeamsPress press) =>
        new(Account(), TeamsPlaces.Of(connection, activity), ThreadOrNull(), press.Action, press.Argument);

    private bool IsBot => activity.Text("from", "role") == "bot" || From.StartsWith("28:", StringComparison.Ordinal)
        || From.Length == 0 || From == activity.Text("recipient", "id");

    private MessageReceived? Said()
    {
        if (Conversation.Length == 0 || activity.Text("id") is not { Length: > 0 } id) return null;
        var place = TeamsPlaces.Of(connection, activity);
        var (words, mentionsBot, others) = TeamsText.Read(connection, activity);
        return new MessageReceived
        {
            Connection = connection,
            Key = $"message:{place.Ref.Id}:{id}",
            OccurredAt = OccurredAt,
            Place = place,
            Author = Account(),
            Message = id,
            Thread = TeamsPlaces.RootOf(Conversation) == id ? null : ThreadOrNull(),
            ThreadOpenedAt = TeamsPlaces.OpenedAt(Conversation),
            OpensThread = place.Kind == PlaceKind.Channel ? ThreadOrNull(
                ) ?? TeamsPlaces.ThreadOf(Conversation, id) : null,
            Text = words,
            AddressesBot = mentionsBot || place.Kind == PlaceKind.Direct,
            Mentions = others,
            Attachments = [.. activity.Items("attachments").Select(TeamsFile.Of).OfType<Attachment>()],
        };
    }

    private MessageEdited Edited()
    {
        var (words, mentionsBot, others) = TeamsText.Read(connection, activity);
        return new MessageEdited
        {
            Connection = connection,
            Key = $"edited:{TeamsPlaces.PlaceOf(Conversation)}:{activity.Text("id")}:{activity.Text("timestamp")}",
            OccurredAt = OccurredAt,
            Place = TeamsPlaces.Of(connection, activity),
            Author = Account(),
            Message = activity.Text("id") ?? "",
            Thread = ThreadOrNull(),
            Text = words,
            AddressesBot = mentionsBot,
            Mentions = others,
            Attachments = [.. activity.Items("attachments").Select(TeamsFile.Of).OfType<Attachment>()],
        };
    }

    private MessageDeleted Deleted() => new()
    {
        Connection = connection,
        Key = $"deleted:{TeamsPlaces.PlaceOf(Conversation)}:{activity.Text("id")}",
        OccurredAt = OccurredAt,
        Place = TeamsPlaces.Of(connection, activity),
        Message = activity.Text("id") ?? "",
        Thread = ThreadOrNull(),
    };

    private CopBot.Chat.Inbound? Roster()
    {
        var bot = activity.Text("recipient", "id");
        if (activity.Items("membersAdded").Any(member => member.Text("id") == bot)) return Joined();
        return activity.Items("membersRemoved").Any(member => member.Text("id") == bot)
            || activity.Text("channelData", "eventType") is "channelDeleted" or "teamArchived" or "teamDeleted"
            ? LeftPlace()
            : null;
    }

    /// <summary>
    /// Installing says the same as joining, and comes beside it: both carry one key, so that one greeting is sent.
    /// </summary>
    private CopBot.Chat.Inbound? Installation() => activity.Text("action") switch
    {
        "add" or "add-upgrade" => Joined(),
        "remove" or "remove-upgrade" => LeftPlace(),
        _ => null,
    };

    private BotJoinedPlace Joined() => new()
    {
        Connection = connection,
        Key = $"joined:{Conversation}:{OccurredAt.UtcDateTime:yyyyMMddHH}",
        OccurredAt = OccurredAt,
        Place = TeamsPlaces.Of(connection, activity),
    };

    private BotLeftPlace LeftPlace() => new()
    {
        Connection = connection,
        Key = $"left:{Conversation}:{OccurredAt.UtcDateTime:yyyyMMddHH}",
        OccurredAt = OccurredAt,
        Place = TeamsPlaces.Of(connection, activity),
    };

    private string? ThreadOrNull() => TeamsPlaces.RootOf(Conversation) is null ? null : Conversation;

    private AccountInfo Account() => new(
        new(connection, From),
        activity.Text("from", "name"),
        Language: activity.Text("locale") ?? activity.Text("channelData", "locale"));
}
