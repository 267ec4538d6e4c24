using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>
/// Gives questions their numbers in the community, in a transaction of its own: people who ask at the same moment do
/// not get into each other's way. A turn that is decided again gets the same ones; only a turn that in the end asks
/// nothing leaves its number out.
/// </summary>
internal sealed class QuestionNumbers(IStore store)
{
    private readonly List<int> _taken = [];
    private int _given;

    /// <summary>The turn is decided again.</summary>
    public void Again() => _given = 0;

    public async Task<int> NextAsync(Guid community, CancellationToken cancel)
    {
        if (_given == _taken.Count) _taken.Add(await TakeAsync(community, cancel));
        return _taken[_given++];
    }

    private Task<int> TakeAsync(Guid community, CancellationToken cancel) => store.ChangeAsync(
        async (db, token) => await db.NumberAsync(
            $"""UPDATE "Communities" SET "Questions" = "Questions" + 1 WHERE "Id" = {community} RETURNING "Questions" """,
            token) is > 0 and var next
            ? (int)next
            : throw new InvalidOperationException($"The community {community} is not there."),
        cancel);
}
