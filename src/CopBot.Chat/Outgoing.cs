namespace CopBot.Chat;

/// <summary>One effect on its way out.</summary>
/// <param name="Id">
/// The effect's own id, the same at each attempt. Platforms that let a message carry hidden data carry it, so that
/// the message can be found again.
/// </param>
/// <param name="Effect">What is to happen.</param>
/// <param name="Existing">The message to change, where the card was shown before under the same key.</param>
/// <param name="DirectPlace">The person's direct chat, where it is known already.</param>
/// <param name="Revision">How often the card under this key was sent; goes into the keys of its presses.</param>
public sealed record Outgoing(Guid Id, Effect Effect, MessageRef? Existing, PlaceRef? DirectPlace, int Revision);
