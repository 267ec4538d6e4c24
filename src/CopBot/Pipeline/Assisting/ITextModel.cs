using System.Text.Json;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// The port to a language model that runs elsewhere. Nothing depends on it: without it, or whenever it fails, the bot
/// does what it does by itself. Never called within a transaction.
/// </summary>
internal interface ITextModel
{
    /// <summary>Whether it says what texts mean.</summary>
    bool Embeds { get; }

    /// <summary>Whether it writes.</summary>
    bool Writes { get; }

    /// <summary>So many tokens a community may use within a day (UTC).</summary>
    int DailyTokenBudget { get; }

    /// <summary>What texts mean.</summary>
    /// <param name="texts">At most a hundred, none of them empty.</param>
    /// <param name="urgency">Whether somebody waits.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TextModelException">It failed, took too long, or said what can't be.</exception>
    Task<Embedded> EmbedAsync(IReadOnlyList<string> texts, Urgency urgency, CancellationToken cancel);

    /// <summary>Writes what is asked for.</summary>
    /// <param name="order">What to write, and of what.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TextModelException">As above.</exception>
    Task<Written> WriteAsync(WritingOrder order, CancellationToken cancel);
}

internal enum Urgency
{
    /// <summary>A member waits for an answer: a second and a half at most.</summary>
    SomebodyWaits,

    /// <summary>Nobody waits.</summary>
    Background,
}

/// <summary>What texts mean.</summary>
/// <param name="Model">The model’s own name: only vectors of one model can be compared.</param>
/// <param name="Vectors">One for each text, all of one length, none without a direction.</param>
/// <param name="Tokens">What it cost.</param>
internal sealed record Embedded(string Model, IReadOnlyList<float[]> Vectors, int Tokens);

/// <summary>Something to be written.</summary>
/// <param name="Instruction">What to do; written by us, never by anybody in a chat.</param>
/// <param name="Data">
/// The texts to do it with, as JSON: data, whatever they say. They are never part of the instruction.
/// </param>
/// <param name="Schema">The JSON schema that what is written keeps to.</param>
/// <param name="MostTokens">So long it may become.</param>
internal sealed record WritingOrder(string Instruction, JsonElement Data, JsonElement Schema, int MostTokens);

/// <summary>What was written.</summary>
/// <param name="Model">The model’s own name.</param>
/// <param name="Text">JSON by the order’s schema, unless the model fails to keep to it.</param>
/// <param name="Tokens">What it cost.</param>
internal sealed record Written(string Model, JsonElement Text, int Tokens);
