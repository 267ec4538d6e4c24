using System.Runtime.InteropServices;

namespace CopBot.Pipeline;

/// <summary>Lets a thread step back behind those that acknowledge what comes in.</summary>
internal static class StepBack
{
    /// <summary>A thirtieth of the share of an ordinary thread, when there is not enough for both.</summary>
    private const int Niceness = 15;

    /// <summary>
    /// The calling thread takes from now on what the others leave, where the system knows that (Linux).
    /// </summary>
    public static void Now()
    {
        if (OperatingSystem.IsLinux()) _ = SetPriority(which: 0, who: 0, Niceness);
    }

    /// <summary>
    /// On Linux it concerns the calling thread alone: https://man7.org/linux/man-pages/man2/setpriority.2.html, "Bugs".
    /// </summary>
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
