namespace CopBot.Chat;

/// <summary>What an inbound delivery says about the place it comes from.</summary>
/// <param name="Ref">Which place.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Title">Its name as people see it, where the delivery carries one.</param>
/// <param name="SharedWithOutsiders">
/// True where people of another organisation's installation read along. Knowledge of the community is not shown
/// there unless a coordinator allowed it.
/// </param>
public sealed record PlaceInfo(PlaceRef Ref, PlaceKind Kind, string? Title = null, bool SharedWithOutsiders = false);
