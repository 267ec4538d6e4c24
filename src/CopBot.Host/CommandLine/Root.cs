using System.CommandLine;
using CopBot.Evaluation.Records;
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
            DeadLettersCommand.Command,
            StorageCommand.Command,
            IndexCommand.Command,
            EvaluationCommand.Command,
            DoctorCommand.Command,
            ManifestCommand.Command,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((result, cancel) => ServeAsync([.. result.UnmatchedTokens], cancel));
        var parsed = root.Parse(args);
        if (Misspelt(root, parsed) is { } misspelt)
        {
            await Console.Error.WriteLineAsync(misspelt);
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SettingsException failure) when (parsed.CommandResult.Command != root)
        {
            foreach (var fault in failure.Faults) await Console.Error.WriteLineAsync(fault);
            return 2;
        }
        catch (Exception failure) when (failure is SettingsException or DatabaseInUseException
            or DatabaseUnusableException or BadRowException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 2;
        }
        catch (Exception failure) when (MendOf(failure) is { } mend)
        {
            var cause = failure.GetBaseException() == failure ? "" : $" {failure.GetBaseException().Message}";
            await Console.Error.WriteLineAsync($"{failure.Message}{cause} {mend}");
            return 2;
        }
    }

    /// <summary>What was typed that nothing understands; null if all of it is understood.</summary>
    private static string? Misspelt(RootCommand root, ParseResult parsed)
    {
        if (parsed.CommandResult.Command != root)
        {
            return parsed.UnmatchedTokens is [var stray, ..] ? $"“{stray}” is not understood here; try --help." : null;
        }

        // Without a verb the bot runs, and what is left are settings: --urls http://…, --Slack:…=…
        return parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-')
            ? $"There is no verb “{first}”. There are: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}."
            : null;
    }

    /// <summary>How to mend what an administrator can mend; null for the bot's own faults.</summary>
    private static string? MendOf(Exception failure) => failure switch
    {
        InvalidDataException => "Mend the settings file that it names.",
        InvalidOperationException when failure.Message.StartsWith("Failed to convert", StringComparison.Ordinal) =>
            "Mend that setting: true or false, or a number, without quotes around anything else.",
        FormatException => "Mend the address: --urls http://localhost:3978.",
        IOException when failure.Message.StartsWith("Failed to bind", StringComparison.Ordinal) =>
            "Something else listens there: stop it, or give --urls another port.",
        Npgsql.NpgsqlException => "The database can’t be used; “doctor” says more.",
        IOException or UnauthorizedAccessException => "Give another path, or the right to write there.",
        _ => null,
    };

    private static async Task<int> ServeAsync(string[] args, CancellationToken cancel)
    {
        await using var app = WebHost.Build(args);
        await app.StartAsync(cancel);
        WebHost.Announce(app);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
