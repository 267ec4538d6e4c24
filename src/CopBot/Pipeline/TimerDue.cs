namespace CopBot.Pipeline;

/// <summary>A timer that came due. Time is an input like any other and takes the same way in.</summary>
internal sealed record TimerDue(string Kind, Guid CommunityId, Guid SubjectId)
{
    /// <summary>The lane's and the row's connection: no platform has it.</summary>
    public const string Connection = "timer";

    public string Conversation => $"{Connection}:{SubjectId:N}";
}
