namespace CopBot.Evaluation.Records;

/// <summary>Somebody who belongs to the community in the window that is looked at.</summary>
/// <param name="Id">The name that questions and answers carry.</param>
/// <param name="Organisation">Where they work; null where unknown.</param>
/// <param name="Country">Its country; null where unknown.</param>
/// <param name="Role"><c>leader</c>, <c>core</c> or anything else; as of the end of the window.</param>
/// <param name="Joined">Days since the start of the window; negative if they joined before it.</param>
/// <param name="Left">Days since the start of the window; null while they belong to it.</param>
public sealed record MemberRow(
    string Id, string? Organisation, string? Country, string? Role, double Joined, double? Left = null);
