using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CopBot.Playground.Tests;

/// <summary>The coordinator's pages, in Chromium, without a violation that axe finds.</summary>
public sealed class PagesInTheBrowser
{
    private const string FitsAcross = "() => document.documentElement.scrollWidth <= window.innerWidth";

    [Theory]
    [InlineData(1280, 800, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task a_coordinator_presses_the_link_and_reads_the_report(int width, int height, string name)
    {
        await using var stage = new PlaygroundStage(await BotHost.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = $"http://localhost:{FreePort.Find()}" }));
        var bot = stage.Bot;
        await stage.Asker.MentionAsync("How do we choose outcome indicators when ministries only report outputs?");
        await stage.Expert.SeesAsync("outcome indicators");
        await bot.SettleAsync();
        var link = await PageLinks.AskAsync(stage.Coordinator);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(InTheBrowser.Launching);

        // What looks for violations is a script; the pages allow none.
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, BypassCSP = true });
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync($"{bot.Address.GetLeftPart(UriPartial.Authority)}{link}");
        await LookAsync(page, $"{name}-sign-in");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("How do we choose outcome indicators").First.WaitForAsync();
        await LookAsync(page, $"{name}-overview");

        foreach (var place in new[] { "Digest", "Notes to review", "Members", "Dated facts", "Stories of use", "Exports", "Not delivered" })
        {
            await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = place }).WaitForAsync();
            await LookAsync(page, $"{name}-{place.Replace(' ', '-').ToLowerInvariant()}");
            (await page.EvaluateAsync<bool>(FitsAcross)).ShouldBeTrue($"{place} scrolls sideways");
        }

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Digest", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).First.ClickAsync();
        await page.GetByText("Leave out").WaitForAsync();
        await LookAsync(page, $"{name}-edit-digest");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("The draft is changed.").WaitForAsync();
        await LookAsync(page, $"{name}-said");

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync();
        await page.GetByText("Half are answered within").WaitForAsync();
        await LookAsync(page, $"{name}-report");
        (await page.EvaluateAsync<bool>(FitsAcross)).ShouldBeTrue("it scrolls sideways");
        if (name == "desktop") await PrintAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByText("To sign in").WaitForAsync();
        await LookAsync(page, $"{name}-closed");
    }

    private static async Task PrintAsync(IPage page)
    {
        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        pdf.Length.ShouldBeGreaterThan(10_000);
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "report.pdf"), pdf);
        }
    }

    private static async Task LookAsync(IPage page, string name)
    {
        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{name} {violation.Id}: {violation.Help}").ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"page-{name}.png"), FullPage = true });
    }
}
