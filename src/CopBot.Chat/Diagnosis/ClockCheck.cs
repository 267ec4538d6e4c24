using System.Globalization;

namespace CopBot.Chat.Diagnosis;

/// <summary>
/// Compares this machine's clock with a platform's: signatures and tokens are refused when they are minutes apart.
/// </summary>
public static class ClockCheck
{
    /// <summary>Signatures are good for five minutes; a minute of them is spent on the way at most.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(30);

    /// <summary>What the difference means.</summary>
    /// <param name="about">Whose clock it was compared with.</param>
    /// <param name="theirs">The platform's time, as the answer's Date header says; null where it says none.</param>
    /// <param name="ours">The time here.</param>
    /// <returns>Null if there is nothing to compare.</returns>
    public static Finding? Of(string about, DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } time) return null;
        var apart = (ours - time).Duration();
        var says = string.Create(
            CultureInfo.InvariantCulture,
            $"this machine's clock is {apart.TotalSeconds:0} s {(ours < time ? "behind" : "ahead of")} the platform's");
        return apart > Most
            ? Finding.Faulty(about, says, "Let the machine keep its time (timedatectl set-ntp true); else every request is refused.")
            : apart > Noticed
            ? Finding.Doubtful(about, says, "Let the machine keep its time: timedatectl set-ntp true.")
            : Finding.Sound(about, "the clocks agree");
    }
}
