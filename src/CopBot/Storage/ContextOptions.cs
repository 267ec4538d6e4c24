using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>How the context is told about any engine.</summary>
internal static class ContextOptions
{
    /// <summary>The name of the runtime's switch by which two threads at one context are noticed.</summary>
    private const string CheckingThreads = "CopBot.CheckingThreads";

    /// <summary>
    /// Noticing them makes objects at every row that is read, a tenth of what a question takes: the tests alone do it.
    /// See https://learn.microsoft.com/ef/core/performance/advanced-performance-topics#disabling-thread-safety-checks
    /// </summary>
    public static DbContextOptionsBuilder<CopBotDbContext> Begin() =>
        (DbContextOptionsBuilder<CopBotDbContext>)new DbContextOptionsBuilder<CopBotDbContext>()
            .EnableThreadSafetyChecks(AppContext.TryGetSwitch(CheckingThreads, out var on) && on);
}
