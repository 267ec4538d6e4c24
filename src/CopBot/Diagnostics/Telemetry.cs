using System.Diagnostics;
using System.Diagnostics.Metrics;
using CopBot.Storage;

namespace CopBot.Diagnostics;

/// <summary>
/// Metrics and traces, for whoever listens; they cost next to nothing if nobody does. Never a text, never a name: rows
/// are known by their numbers, conversations not at all.
/// </summary>
internal static class Telemetry
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "CopBot";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);

    private static readonly Histogram<double> Acks = Meter.CreateHistogram<double>(
        "copbot.ack.duration", "s", "From a delivery to its being on disk.");

    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>(
        "copbot.turn.duration", "s", "Working off one delivery or timer.");

    private static readonly Histogram<double> Deliveries = Meter.CreateHistogram<double>(
        "copbot.delivery.duration", "s", "One attempt to send.");

    private static readonly Counter<long> Claims = Meter.CreateCounter<long>(
        "copbot.claims", null, "Claims on conversations, by whether there was one.");

    private static readonly Counter<long> Timers = Meter.CreateCounter<long>("copbot.timers", null, "Timers that came due.");

    private static readonly Counter<long> Dead = Meter.CreateCounter<long>(
        "copbot.deadletters", null, "Rows given up.");

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "copbot.tokens", null, "Tokens that a language model took.");

    /// <summary>A delivery was taken in, or refused by the store.</summary>
    public static void Acknowledged(string connection, string outcome, TimeSpan took) => Acks.Record(
        took.TotalSeconds, new("connection", connection), new("outcome", outcome));

    public static void Claimed(Queue queue, bool any) => Claims.Add(1, new("queue", NameOf(queue)), new("found", any));

    public static Activity? BeginTurn(long row) => Source.StartActivity("turn", ActivityKind.Consumer)?.SetTag("row", row);

    public static void EndTurn(Activity? turn, string outcome, TimeSpan took)
    {
        turn?.SetTag("outcome", outcome).Dispose();
        Turns.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <param name="row">The outbox row.</param>
    /// <param name="cause">The inbox row that it came from.</param>
    /// <param name="connection">Where it goes.</param>
    public static Activity? BeginDelivery(long row, long? cause, string connection) =>
        Source.StartActivity("deliver", ActivityKind.Producer)
            ?.SetTag("outbox.row", row).SetTag("row", cause).SetTag("connection", connection);

    public static void EndDelivery(Activity? delivery, string connection, string outcome, TimeSpan took)
    {
        delivery?.SetTag("outcome", outcome).Dispose();
        Deliveries.Record(took.TotalSeconds, new("connection", connection), new("outcome", outcome));
    }

    public static void TokensUsed(int count) => Tokens.Add(count);

    public static void TimersFired(int count) => Timers.Add(count);

    public static void GivenUp(Queue queue) => Dead.Add(1, new KeyValuePair<string, object?>("queue", NameOf(queue)));

    /// <summary>Shows how long the oldest row of a queue waits, whenever somebody asks.</summary>
    public static void ShowAge(Queue queue, Func<TimeSpan> age) => Meter.CreateObservableGauge(
        "copbot.queue.age", () => new Measurement<double>(age().TotalSeconds, new KeyValuePair<string, object?>("queue", NameOf(queue))),
        "s", "How long the oldest waiting row waits.");

    private static string NameOf(Queue queue) => queue == Queue.Inbox ? "inbox" : "outbox";
}
