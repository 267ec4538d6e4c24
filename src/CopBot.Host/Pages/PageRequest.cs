using CopBot.Chat;
using CopBot.Features.Pages;
using CopBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CopBot.Host.Pages;

/// <summary>What every request to a page that does something comes with.</summary>
internal sealed record PageRequest(
    HttpContext Http, [FromServices] PageDoor Door, [FromServices] IStore Store, [FromServices] PageActs Acts,
    CancellationToken Cancel)
{
    /// <summary>Answers whoever is signed in; sends everybody else to the door.</summary>
    public async Task<IResult> ForVisitorAsync(Func<CopBotDbContext, PageVisitor, Task<IResult>> show)
    {
        try
        {
            return await PageEndpoints.ForVisitorAsync(
                Http, Door, Store, (_, db, visitor, _) => show(db, visitor), Cancel);
        }
        catch (Exception failure) when (failure is IntakeFullException || Store.IsOutage(failure))
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
