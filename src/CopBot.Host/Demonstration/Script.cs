using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Playground.Chat;
using CopBot.Playground.Web;
using Spectre.Console;

namespace CopBot.Host.Demonstration;

/// <summary>Lets people act on the stage and prints what they do and see.</summary>
internal sealed class Script(Stage stage, IAnsiConsole console)
{
    public async Task SaysAsync(string person, string place, long? thread, string text, CancellationToken cancel)
    {
        Print(person, $"in {Title(place)}", text, Color.Green);
        await stage.Input.SayAsync(new Saying(person, place, thread, text), cancel);
    }

    public async Task PressesAsync(string person, PlaygroundPost post, string action, CancellationToken cancel)
    {
        var button = post.Card!.Actions.First(offered => offered.Id == action);
        Print(person, "presses", $"[ {button.Label} ]", Color.Green);
        await stage.Input.PressAsync(new Pressing(person, post.Id, action, button.Argument, OpensForm: false), cancel);
    }

    public async Task FillsAsync(
        string person, PlaygroundPost post, string action, Dictionary<string, string> values, CancellationToken cancel)
    {
        var button = post.Card!.Actions.First(offered => offered.Id == action);
        Print(person, $"presses {button.Label} and writes", string.Join('\n', values.Values), Color.Green);
        await stage.Input.PressAsync(
            new Pressing(person, post.Id, button.Id, button.Argument, OpensForm: true), cancel);
        await stage.Input.SubmitAsync(new Submitting(person, button.Id, button.Argument, post.Place, values), cancel);
    }

    public async Task<PlaygroundPost?> SeesAsync(
        string person, PlaceRef place, Func<PlaygroundPost, bool> what, CancellationToken cancel)
    {
        var post = await stage.SeesAsync(person, place, what, cancel);
        if (post is null)
        {
            console.MarkupLineInterpolated($"[red]{stage.Person(person).Name} waited in vain.[/]");
            return null;
        }

        var buttons = string.Join("  ", post.Card!.Actions.Select(action => $"[ {action.Label} ]"));
        Print(
            person,
            $"sees, {Title(place.Id)} · {place.Connection}",
            $"{PlainRendering.Of(post.Card, words: false)}\n{buttons}".TrimEnd(),
            Color.Blue);
        return post;
    }

    public void Waits(Stage stage, TimeSpan howLong)
    {
        console.MarkupLineInterpolated($"[grey]… {howLong.TotalDays} days later …[/]");
        stage.GoOn(howLong);
    }

    private static string Title(string place) =>
        place.StartsWith("dm-", StringComparison.Ordinal) ? "the direct chat with CopBot" : $"#{place}";

    private void Print(string person, string doing, string text, Color color)
    {
        var panel = new Panel(new Spectre.Console.Text(text))
            .Header(Markup.Escape($" {stage.Person(person).Name} {doing} "))
            .BorderColor(color)
            .Expand();
        console.Write(panel);
    }
}
