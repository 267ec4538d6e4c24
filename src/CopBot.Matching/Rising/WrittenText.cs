namespace CopBot.Matching.Rising;

/// <summary>Something that somebody wrote.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">By ISO 639-1.</param>
/// <param name="Writer">Who; null if that is not known.</param>
public sealed record WrittenText(string Text, string Language, Guid? Writer);

/// <summary>A word that is written about more than before.</summary>
/// <param name="Word">As people write it.</param>
/// <param name="Now">In how many texts.</param>
/// <param name="Before">In how many texts before.</param>
public sealed record RisingTerm(string Word, int Now, int Before);
