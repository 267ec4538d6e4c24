using System.CommandLine;
using System.Globalization;
using CopBot.Chat;
using CopBot.Host.Composition;
using CopBot.Pipeline;
using CopBot.Storage;

namespace CopBot.Host.CommandLine;

/// <summary><c>deadletters</c>: what was given up, to be looked at, tried again or dropped.</summary>
internal static class DeadLettersCommand
{
    private const string Every = "all";
    private const string None = "There are no dead letters.";

    public static Command Command => new("deadletters", "What the bot gave up on.")
    {
        List,
        ForOne("show", "Print one whole. It can hold people's words.", ShowAsync),
        ForOne("retry", "Try it again when the bot runs.", RetryAsync),
        ForOne("drop", "Let it go for good.", DropAsync),
    };

    private static Command List
    {
        get
        {
            var command = new Command("list", "One line each: name, time, conversation, attempts, why.");
            command.SetAction((_, cancel) => ListAsync(cancel));
            return command;
        }
    }

    private static Command ForOne(
        string verb, string description, Func<WebApplication, IStore, string, CancellationToken, Task<bool>> run)
    {
        var name = new Argument<string>("name") { Description = $"As list prints it: in-12, out-7; or {Every}." };
        var command = new Command(verb, description) { name };
        command.SetAction(async (result, cancel) =>
        {
            await using var app = WebHost.BuildOffline();
            var store = await ExistingDatabase.OpenAsync(app, cancel);
            var named = await NamedAsync(store, result.GetRequiredValue(name), cancel);
            if (named.Count == 0) Console.WriteLine(None);
            foreach (var wanted in named)
            {
                if (await run(app, store, wanted, cancel)) continue;
                await Console.Error.WriteLineAsync(
                    $"There is no dead letter “{wanted}”; “deadletters list” names them.");
                return 2;
            }

            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> NamedAsync(IStore store, string name, CancellationToken cancel) =>
        name == Every ? [.. (await AllAsync(store, cancel)).Select(letter => letter.Name)] : [name];

    private static async Task<int> ListAsync(CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = await ExistingDatabase.OpenAsync(app, cancel);
        var letters = await AllAsync(store, cancel);
        foreach (var letter in letters)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.Name}  {letter.Since:yyyy-MM-dd HH:mm:ss}Z  {letter.Lane}  {letter.Attempts}×  {letter.Why}"));
        }

        Console.WriteLine(letters.Count == 0 ? None : letters.Count == 1 ? "1 dead letter." : $"{letters.Count} dead letters.");
        return 0;
    }

    private static async Task<bool> ShowAsync(WebApplication app, IStore store, string name, CancellationToken cancel)
    {
        var found = (await AllAsync(store, cancel)).FirstOrDefault(letter => letter.Name == name);
        if (found is null) return false;
        Console.WriteLine($"{found.Lane}, attempts: {found.Attempts}: {found.Why}");
        Console.WriteLine(found.Content);
        return true;
    }

    private static async Task<bool> RetryAsync(WebApplication app, IStore store, string name, CancellationToken cancel)
    {
        var clock = app.Services.GetRequiredService<SecurityClock>();
        if (!await DeadLetter.RetryAsync(store, name, clock, cancel)) return false;
        Console.WriteLine($"{name} is tried again when the bot runs.");
        return true;
    }

    private static async Task<bool> DropAsync(WebApplication app, IStore store, string name, CancellationToken cancel)
    {
        if (!await DeadLetter.DropAsync(store, name, cancel)) return false;
        Console.WriteLine($"{name} is dropped.");
        return true;
    }

    private static async Task<IReadOnlyList<DeadLetter>> AllAsync(IStore store, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        return await DeadLetter.AllAsync(db, cancel);
    }
}
