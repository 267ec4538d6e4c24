using System.Text.Json;
using System.Text.Unicode;
using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Teams.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CopBot.Teams.Http;

/// <summary>Receives activities: verified, stored, acknowledged. Invokes are answered in band.</summary>
internal sealed class TeamsActivities(
    IIntake intake, TeamsInvokes invokes, SecurityClock clock, Tally tally, ILogger<TeamsActivities> logger)
{
    /// <summary>Above anything the channel sends.</summary>
    private const int LargestBody = 1_048_576;

    private readonly UnknownTypes _unknown = new();

    public async Task<IResult> AnswerAsync(HttpContext context, TeamsConnection connection)
    {
        var cancel = context.RequestAborted;
        var (token, refusal) = connection.Options.IsAnonymous
            ? default
            : await connection.Tokens.ValidateAsync(context.Request.Headers.Authorization, cancel);
        if (refusal is not null) return Refuse(connection, refusal, StatusCodes.Status401Unauthorized);
        if (await ReadAsync(context) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!Utf8.IsValid(body)) return Results.BadRequest();
        JsonElement activity;
        try
        {
            using var document = JsonDocument.Parse(body);
            activity = document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            logger.Malformed(connection.FullName, failure.Message);
            return Results.BadRequest();
        }

        if (activity.ValueKind != JsonValueKind.Object || activity.Text("type") is null) return Results.BadRequest();
        var mismatch = await connection.Tokens.RefuseAsync(token, activity, cancel);
        if (mismatch is not null) return Refuse(connection, mismatch, StatusCodes.Status403Forbidden);
        tally.LetIn(connection.FullName);
        return await AcceptAsync(activity, connection, cancel);
    }

    private async Task<IResult> AcceptAsync(JsonElement activity, TeamsConnection connection, CancellationToken cancel)
    {
        if (activity.Text("conversation", "id") is { Length: > 0 } conversation)
        {
            await connection.RememberServiceAsync(
                TeamsPlaces.PlaceOf(conversation), activity.Text("serviceUrl")!, cancel);
        }

        var translation = new TeamsTranslation(connection.FullName, activity, clock.Now);
        if (translation.Type == "invoke") return await invokes.AnswerAsync(activity, translation, cancel);
        if (!translation.IsKnown && _unknown.ToTell(connection.FullName, translation.Type) is { } type)
        {
            logger.UnknownActivity(connection.FullName, type);
        }

        if (translation.Translate() is { } inbound) await intake.AcceptAsync(inbound, cancel);
        return Results.Ok();
    }

    private IResult Refuse(TeamsConnection connection, string why, int status)
    {
        tally.Refused(connection.FullName, why);
        logger.Refused(connection.FullName, why);
        return Results.StatusCode(status);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
