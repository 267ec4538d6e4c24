using CopBot.Testing.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CopBot.Playground.Tests;

/// <summary>The story, clicked through in Chromium, without a violation that axe finds.</summary>
public sealed class InTheBrowser
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer = "Start from one decision that the minister will take with the number.";

    [Theory]
    [InlineData(1280, 800, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task the_story_is_clicked_through(int width, int height, string name)
    {
        await using var bot = await BotHost.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = $"http://localhost:{FreePort.Find()}" });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.GotoAsync($"{bot.Address}playground");
        page.SetDefaultTimeout(15_000);

        await BecomeAsync(page, "sara");
        await page.FillAsync("#text", $"@CopBot {Question}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.GetByText("Asked @Kofi Mensah").Or(page.GetByText("Asked Kofi Mensah")).First.WaitForAsync();
        await NoViolationAsync(page);

        await BecomeAsync(page, "kofi");
        await page.GetByRole(AriaRole.Button, new() { Name = "CopBot (direct)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await page.GetByLabel("Your answer").FillAsync(Answer);
        await NoViolationAsync(page);
        await PictureAsync(page, $"{name}-form");
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.GetByText("You answered. Thank you.").WaitForAsync();

        await BecomeAsync(page, "sara");
        await page.GetByText(Answer).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "This helped" }).ClickAsync();
        await page.GetByText("Sara Batbayar says that this helped").WaitForAsync();
        await NoViolationAsync(page);
        await PictureAsync(page, $"{name}-helped");
        errors.ShouldBeEmpty();
    }

    private static Task BecomeAsync(IPage page, string person) => page.SelectOptionAsync("#person", person);

    private static async Task NoViolationAsync(IPage page)
    {
        var result = await page.RunAxe();
        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}").ShouldBeEmpty();
    }

    /// <summary>Pictures to look at, where the environment names a folder for them.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
