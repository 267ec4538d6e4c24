using System.CommandLine;
using CopBot.Host.Demonstration;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary><c>demo</c>: plays the story with the sample community and prints what everybody sees.</summary>
internal static class Demo
{
    public static Command Command
    {
        get
        {
            var command = new Command("demo", "Play the story with the sample community, and print it.");
            command.SetAction((_, cancel) => RunAsync(cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("copbot-demo-");
        try
        {
            await using var stage = await Stage.OpenAsync(folder.FullName, cancel);
            return await Story.PlayAsync(stage, AnsiConsole.Console, cancel) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
