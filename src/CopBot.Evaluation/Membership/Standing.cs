using System.Runtime.InteropServices;

namespace CopBot.Evaluation.Membership;

/// <summary>How near to the centre a member is in a stretch of three months.</summary>
public enum Standing
{
    /// <summary>No trace at all.</summary>
    Dormant,

    /// <summary>A trace: a view, a reaction, attendance, or a single contribution.</summary>
    Peripheral,

    /// <summary>Two contributions, or contributions in two months.</summary>
    Active,

    /// <summary>Contributes nearly every week, or is one of the few who make half of all contributions.</summary>
    Core,
}

/// <summary>What a member did in a stretch of three months.</summary>
/// <param name="Weeks">Of the weeks in which anybody contributed, in how many this member did.</param>
/// <param name="Months">In how many of the three months they contributed.</param>
/// <param name="Contributions">Questions asked and answers given to others.</param>
/// <param name="Traces">Everything that shows they were there, contributions included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MemberActivity(int Weeks, int Months, int Contributions, int Traces);

/// <summary>Says who is core, active and peripheral, by a rule that everybody can check.</summary>
public static class Standings
{
    /// <summary>
    /// Core: contributed in two thirds of the weeks with any activity, or belongs to the top members who together make
    /// half of all contributions and contributed in two of three months (of equals at the border, all). Active: two
    /// contributions or more, or two months. Peripheral: any trace.
    /// </summary>
    /// <param name="activity">Of each member.</param>
    /// <param name="activeWeeks">In how many weeks anybody contributed.</param>
    public static IReadOnlyList<Standing> Of(IReadOnlyList<MemberActivity> activity, int activeWeeks)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var border = BorderOf(activity);
        var standings = new Standing[activity.Count];
        for (var member = 0; member < standings.Length; member++)
        {
            standings[member] = activity[member] switch
            {
                { Traces: 0, Contributions: 0 } => Standing.Dormant,
                { Contributions: > 0, Months: >= 2 } one when one.Weeks * 3 >= activeWeeks * 2 && activeWeeks > 0 =>
                    Standing.Core,
                { Months: >= 2 } one when one.Contributions >= border => Standing.Core,
                { Contributions: >= 2 } or { Months: >= 2 } => Standing.Active,
                _ => Standing.Peripheral,
            };
        }

        return standings;
    }

    /// <summary>How much each of the few contributed who together made half of it all.</summary>
    private static int BorderOf(IReadOnlyList<MemberActivity> activity)
    {
        var (total, most) = (0L, 0);
        foreach (var one in activity)
        {
            total += one.Contributions;
            most = Math.Max(most, one.Contributions);
        }

        var members = new int[most + 1];
        foreach (var one in activity) members[one.Contributions]++;
        var (sum, border) = (0L, most);
        while (border > 0 && (sum += (long)border * members[border]) * 2 < total) border--;
        return total == 0 ? int.MaxValue : border;
    }
}
