namespace CopBot.Chat;

/// <summary>Something that hangs on a message: a file, an image, a shared link.</summary>
/// <param name="Name">Its name as people see it.</param>
/// <param name="Link">
/// Where it can be opened by those who may; null where the platform gives no such address. An attachment without a
/// link is named as not carried, never dropped in silence.
/// </param>
public sealed record Attachment(string Name, string? Link);
