using System.CommandLine;
using CopBot.Host.Composition;
using CopBot.Storage.Sqlite;

namespace CopBot.Host.CommandLine;

/// <summary>The command line: without a verb, the bot runs.</summary>
internal static class Root
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("CopBot: a community of practice, in the chats it has.")
        {
            Demo.Command,
            Claim.Command,
            Log.Command,
            NotesCommand.Command,
            DoctorCommand.Command,
            ManifestCommand.Command,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((result, cancel) => ServeAsync([.. result.UnmatchedTokens], cancel));
        try
        {
            return await root.Parse(args).InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (failure is SettingsException or DatabaseInUseException
            or DatabaseUnusableException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }
    }

    private static async Task<int> ServeAsync(string[] args, CancellationToken cancel)
    {
        await using var app = WebHost.Build(args);
        await app.StartAsync(cancel);
        WebHost.Announce(app);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
