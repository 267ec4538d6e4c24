using CopBot.Testing.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CopBot.Playground.Tests;

/// <summary>The story, clicked through in Chromium, without a violation that axe finds.</summary>
public sealed class InTheBrowser
{
    private const string Question = "How do we choose outcome indicators when ministries only report outputs?";
    private const string Answer = "Start from one decision that the minister will take with the number.";

    internal static BrowserTypeLaunchOptions Launching => new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
    };

    [Fact]
    public async Task the_story_is_told_with_the_keyboard_alone()
    {
        await using var bot = await BotHost.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = $"http://localhost:{FreePort.Find()}" });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Launching);
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync($"{bot.Address}playground");

        await TabToAsync(page, "#person");
        await page.Keyboard.TypeAsync("Sara");
        await TabToAsync(page, "#text");
        await page.Keyboard.TypeAsync($"@CopBot {Question}");
        await TabToAsync(page, "#say button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Asked Kofi Mensah").First.WaitForAsync();

        await TabToAsync(page, "#person");
        await page.Keyboard.TypeAsync("Kofi");
        await TabToAsync(page, "button[data-place^='dm-']");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).WaitForAsync();
        await TabToAsync(page, "button[data-action=answer]");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "dialog textarea");
        await page.Keyboard.TypeAsync(Answer);
        await TabToAsync(page, "dialog button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("You answered. Thank you.").WaitForAsync();
    }

    [Theory]
    [InlineData(1280, 800, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task the_story_is_clicked_through(int width, int height, string name)
    {
        await using var bot = await BotHost.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = $"http://localhost:{FreePort.Find()}" });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Launching);
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

    [Fact]
    public async Task who_speaks_french_reads_french()
    {
        await using var bot = await BotHost.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = $"http://localhost:{FreePort.Find()}" });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Launching);
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync($"{bot.Address}playground");
        await BecomeAsync(page, "lucie");
        await page.FillAsync("#text", "@CopBot Qui connaît les budgets-programmes ?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await page.GetByText("vu par CopBot").WaitForAsync();
        (await page.EvaluateAsync<string>("() => document.documentElement.lang")).ShouldBe("fr");
        await page.GetByRole(AriaRole.Button, new() { Name = "Répondre" }).First.WaitForAsync();
        await NoViolationAsync(page);
        await PictureAsync(page, "french");
    }

    /// <summary>Presses Tab until what is wanted has the focus, as somebody without a mouse does.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 80; press++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new TimeoutException($"The keyboard does not reach {selector}.");
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
