using System.CommandLine;
using CopBot.Chat.Diagnosis;
using CopBot.Host.Diagnosis;

namespace CopBot.Host.CommandLine;

/// <summary><c>doctor</c>: what works, what does not, and how to mend it; one line each.</summary>
internal static class DoctorCommand
{
    public static Command Command
    {
        get
        {
            var urls = new Option<string?>("--urls") { Description = "Where the bot listens, if no setting says so." };
            var command = new Command("doctor", "Examine settings, database, tokens, scopes, addresses and manifests.") { urls };
            command.SetAction((result, cancel) => RunAsync(result.GetValue(urls), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(string? urls, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(urls is null ? [] : [$"--urls={urls}"]);
        var faulty = 0;
        await foreach (var finding in Doctor.ExamineAsync(builder, cancel))
        {
            if (finding.Verdict == Verdict.Faulty) faulty++;
            var mend = finding.Mend is null ? "" : $" → {finding.Mend}";
            Console.WriteLine($"{SignOf(finding.Verdict)} {finding.About}: {finding.Says}{mend}");
        }

        Console.WriteLine(faulty == 0 ? "Nothing is faulty." : $"To mend: {faulty}.");
        return faulty == 0 ? 0 : 1;
    }

    private static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Sound => "✓",
        Verdict.Doubtful => "!",
        _ => "✗",
    };
}
