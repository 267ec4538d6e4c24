using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>
/// The numbers of the questions of one turn. A turn that is decided again gets the same ones; only a turn that in the
/// end asks nothing leaves its number out.
/// </summary>
internal sealed class QuestionNumbers(IStore store)
{
    private readonly List<int> _taken = [];
    private int _given;

    /// <summary>The turn is decided again.</summary>
    public void Again() => _given = 0;

    public async Task<int> NextAsync(Guid community, CancellationToken cancel)
    {
        if (_given == _taken.Count) _taken.Add(await store.NextQuestionNumberAsync(community, cancel));
        return _taken[_given++];
    }
}
