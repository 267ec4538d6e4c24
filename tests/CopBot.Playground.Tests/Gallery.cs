using System.Text;
using CopBot.Playground.Web;
using CopBot.Testing.Worlds;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CopBot.Playground.Tests;

/// <summary>
/// Every kind of card and form, in both languages, with names of German length and Arabic ones, at both widths: nothing
/// that axe finds, nothing wider than the screen. With COPBOT_PICTURES set to a folder, pictures to look at.
/// </summary>
[Trait("Engine", "Irrelevant")]
public sealed class Gallery
{
    private const string Long = "Friederike-Charlotte Freifrau von Hohenlohe-Schillingsfürst zu Donaudampfschifffahrtsgesellschaft";
    private const string Arabic = "عبد الرحمن بن محمد آل سعود";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task every_card_fits_and_reads_well(string language)
    {
        var (cards, forms) = await WorldGallery.CollectAsync(
            language, account => $"{(account[3] % 2 == 0 ? Long : Arabic)} {account[3]}");
        cards.Count.ShouldBeGreaterThan(80);
        forms.Select(form => form.Id).ShouldBe(
            ["answer", "ask", "care", "edit-digest", "edit-note", "flag", "follow-up", "keep", "profile", "suggest"], ignoreOrder: true);
        var page = PageOf(language, cards, forms);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(InTheBrowser.Launching);
        foreach (var width in new[] { 1280, 390 })
        {
            var tab = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            await tab.SetContentAsync(page);
            var axe = await tab.RunAxe();
            axe.Violations.Select(violation => $"{violation.Id}: {violation.Help}").ShouldBeEmpty();
            (await tab.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            var wide = await tab.EvaluateAsync<string[]>(
                "w => [...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > w + 1).map(e => e.outerHTML.slice(0, 120))",
                width);
            wide.ShouldBeEmpty();
            if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is { Length: > 0 } folder)
            {
                await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"gallery-{language}-{width}.png"), FullPage = true });
            }
        }
    }

    private static string PageOf(
        string language, IReadOnlyList<CopBot.Chat.Cards.Card> cards, IReadOnlyList<CopBot.Chat.Cards.Form> forms)
    {
        using var css = new StreamReader(typeof(CardHtml).Assembly.GetManifestResourceStream(
            typeof(CardHtml).Assembly.GetManifestResourceNames().Single(name => name.EndsWith("playground.css", StringComparison.Ordinal)))!);
        var html = new StringBuilder($"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>Gallery</title><style>");
        html.Append(css.ReadToEnd()).Append("body{display:block;height:auto}main{display:block;columns:3 380px;padding:8px}article{break-inside:avoid}.form textarea,.form input{width:100%}.form label{display:block}</style></head><body><main><h1>Gallery</h1><h2>Cards</h2>");
        foreach (var (index, card) in cards.Index())
        {
            html.Append($"<article class=\"bot\">{CardHtml.Of(card, index, "world/a")}</article>");
        }

        html.Append("<h2>Forms</h2>");
        foreach (var (index, form) in forms.Index())
        {
            // In the product one form is open at a time; here their ids must differ.
            var one = FormHtml.Of(form, language).Replace("field-", $"f{index}-", StringComparison.Ordinal)
                .Replace("dialog-title", $"t{index}", StringComparison.Ordinal)
                .Replace("h2", "h3", StringComparison.Ordinal);
            html.Append($"<article class=\"form\">{one}</article>");
        }

        return html.Append("</main></body></html>").ToString();
    }
}
