using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Report;

/// <summary>
/// For each member the months in which they contributed (-1: before the first whole one), and how much.
/// </summary>
internal sealed class MonthlyActivity
{
    private readonly int[] _starts;
    private readonly List<(int Month, int Count)> _months = [];

    public MonthlyActivity(MemberDays days, int members, Calendar calendar)
    {
        _starts = new int[members + 1];
        for (var member = 0; member < members; member++)
        {
            var previous = int.MinValue;
            foreach (var day in days.Of(member))
            {
                var month = calendar.MonthOf(day);
                if (month == previous) _months[^1] = (month, _months[^1].Count + 1);
                else _months.Add((previous = month, 1));
            }

            _starts[member + 1] = _months.Count;
        }
    }

    /// <summary>The months of a member, rising, with the number of contributions.</summary>
    public ReadOnlySpan<(int Month, int Count)> Of(int member) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_months)[_starts[member].._starts[member + 1]];
}
