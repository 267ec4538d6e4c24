using CopBot.Chat;
using CopBot.Playground.Chat;
using CopBot.Playground.Sample;
using Microsoft.AspNetCore.Http;

namespace CopBot.Playground.Web;

/// <summary>Translates what people do in the Playground into inbounds.</summary>
public sealed class PlaygroundInput(IIntake intake, PlaygroundChat chat, SampleCommunity sample, TimeProvider time)
{
    private const int LongestText = 40_000;

    public async Task<IResult> SayAsync(Saying saying, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(saying);
        if (sample.Person(saying.Person) is not { } person) return Unknown(saying.Person);
        var place = PlaceOf(person, saying.Place);
        if (place is null) return Results.BadRequest($"{person.Name} is not in {saying.Place}.");
        if (string.IsNullOrWhiteSpace(saying.Text)) return Results.BadRequest("Write something first.");
        if (saying.Text.Length > LongestText) return Results.BadRequest($"At most {LongestText} characters.");
        var post = chat.Say(place.Ref, saying.Thread, person.Id, saying.Text);
        var (text, mentioned) = Unmention(saying.Text);
        await intake.AcceptAsync(
            new MessageReceived
            {
                Connection = person.FullConnection,
                Key = $"message:{post.Id}",
                OccurredAt = time.GetUtcNow(),
                Place = place,
                Author = AccountOf(person),
                Message = $"{post.Id}",
                Thread = saying.Thread?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                OpensThread = $"{saying.Thread ?? post.Id}",
                Text = text,
                AddressesBot = mentioned || place.Kind == PlaceKind.Direct,
            },
            cancel);
        return Results.Accepted(value: new { post.Id });
    }

    public async Task<IResult> EditAsync(Editing editing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(editing);
        if (Own(editing.Person, editing.Post) is not var (person, post)) return Results.BadRequest("Not your message.");
        chat.Rewrite(post.Id, editing.Text);
        var (text, mentioned) = Unmention(editing.Text);
        await intake.AcceptAsync(
            new MessageEdited
            {
                Connection = person.FullConnection,
                Key = $"edit:{post.Id}:{post.Revision + 1}",
                OccurredAt = time.GetUtcNow(),
                Place = PlaceOf(person, post.Place)!,
                Author = AccountOf(person),
                Message = $"{post.Id}",
                Thread = $"{post.Thread ?? post.Id}",
                Text = text,
                AddressesBot = mentioned,
            },
            cancel);
        return Results.Accepted();
    }

    public async Task<IResult> DeleteAsync(Deleting deleting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(deleting);
        if (Own(deleting.Person, deleting.Post) is not var (person, post)) return Results.BadRequest("Not your message.");
        chat.Delete(post.Id);
        await intake.AcceptAsync(
            new MessageDeleted
            {
                Connection = person.FullConnection,
                Key = $"delete:{post.Id}",
                OccurredAt = time.GetUtcNow(),
                Place = PlaceOf(person, post.Place)!,
                Message = $"{post.Id}",
                Thread = $"{post.Thread ?? post.Id}",
            },
            cancel);
        return Results.Accepted();
    }

    public async Task<IResult> PressAsync(Pressing pressing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pressing);
        if (sample.Person(pressing.Person) is not { } person) return Unknown(pressing.Person);
        if (chat.Find(pressing.Post) is not { } post || PlaceOf(person, post.Place) is not { } place)
        {
            return Results.BadRequest("That message is not there.");
        }

        var thread = $"{post.Thread ?? post.Id}";
        if (pressing.OpensForm)
        {
            var opening = await intake.OpenFormAsync(
                new FormRequest(AccountOf(person), place, thread, pressing.Action, pressing.Argument), cancel);
            return opening.Form is { } form
                ? Results.Ok(new { form = FormHtml.Of(form, person.Language) })
                : Results.Ok(new { refusal = opening.Refusal });
        }

        await intake.AcceptAsync(
            new ActionPressed
            {
                Connection = person.FullConnection,
                Key = $"press:{post.Id}:{post.Revision}:{person.Id}:{pressing.Action}:{pressing.Argument}",
                OccurredAt = time.GetUtcNow(),
                Place = place,
                Actor = AccountOf(person),
                Message = $"{post.Id}",
                Thread = thread,
                Action = pressing.Action,
                Argument = pressing.Argument,
            },
            cancel);
        return Results.Accepted(value: new { });
    }

    public async Task<IResult> SubmitAsync(Submitting submitting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(submitting);
        if (sample.Person(submitting.Person) is not { } person) return Unknown(submitting.Person);
        var submitted = new FormSubmitted
        {
            Connection = person.FullConnection,
            Key = $"form:{Guid.CreateVersion7():N}",
            OccurredAt = time.GetUtcNow(),
            Place = PlaceOf(person, submitting.Place),
            Actor = AccountOf(person),
            Form = submitting.Form,
            Argument = submitting.Argument,
            Values = submitting.Values,
        };
        var faults = await intake.CheckFormAsync(submitted, cancel);
        if (faults.Count > 0) return Results.UnprocessableEntity(faults);
        await intake.AcceptAsync(submitted, cancel);
        return Results.Accepted(value: new { });
    }

    private static AccountInfo AccountOf(SamplePerson person) =>
        new(new(person.FullConnection, person.Id), person.Name, Language: person.Language);

    private static IResult Unknown(string id) => Results.BadRequest($"There is no {id} in the sample community.");

    private static (string Text, bool Mentioned) Unmention(string text)
    {
        const string bot = "@CopBot";
        var mentioned = text.Contains(bot, StringComparison.OrdinalIgnoreCase);
        return (text.Replace(bot, "", StringComparison.OrdinalIgnoreCase).Trim(), mentioned);
    }

    private (SamplePerson Person, PlaygroundPost Post)? Own(string id, long postId) =>
        sample.Person(id) is { } person && chat.Find(postId) is { } post && post.Author == person.Id
            ? (person, post)
            : null;

    private PlaceInfo? PlaceOf(SamplePerson person, string place)
    {
        if (place == $"dm-{person.Id}") return new(new(person.FullConnection, place), PlaceKind.Direct);
        var channel = sample.Connections.First(c => c.Name == person.Connection)
            .Channels.FirstOrDefault(c => c.Id == place);
        return channel is null ? null : new(new(person.FullConnection, place), PlaceKind.Channel, channel.Title);
    }
}
