using System.Net;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CopBot.Host.Tests;

/// <summary>A link in a direct chat opens the coordinator's pages once.</summary>
public sealed class SigningIn : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private PlaygroundStage? _stage;

    [Fact]
    public async Task a_coordinator_asks_for_a_link_presses_and_reads_what_waits()
    {
        var (stage, browser) = await OpenAsync();
        await stage.Asker.MentionAsync("Who audits payroll in small municipalities?");
        await stage.Asker.SeesAsync("Their answer comes here");
        var link = await PageLinks.AskAsync(stage.Coordinator);

        (await browser.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var overview = await ReadAsync(browser, "/");
        var report = await ReadAsync(browser, "/report");

        overview.ShouldContain("Who audits payroll in small municipalities?");
        report.ShouldContain("Half are answered within");
        report.ShouldContain("<h2 id=\"expiry\">");
        (await ReadAsync(browser, "/report.json")).ShouldContain("\"head\"");
    }

    [Fact]
    public async Task opening_a_link_spends_nothing_pressing_it_spends_it()
    {
        var (stage, browser) = await OpenAsync();
        var link = await PageLinks.AskAsync(stage.Coordinator);

        for (var preview = 0; preview < 3; preview++) (await browser.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = Browser(stage.Bot);
        (await second.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await second.GetAsync("/report")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/report")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task pressed_by_many_at_once_it_opens_for_one()
    {
        var (stage, _) = await OpenAsync();
        var link = await PageLinks.AskAsync(stage.Coordinator);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Browser(stage.Bot).PostAsync(link, null)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect || answer.StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task after_its_time_a_link_opens_nothing_whatever_the_communitys_clock_says()
    {
        var (stage, browser) = await OpenAsync();
        var link = await PageLinks.AskAsync(stage.Coordinator);
        _clock.Advance(TimeSpan.FromMinutes(16));
        stage.Bot.SetClock(DateTimeOffset.UnixEpoch);

        (await browser.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task after_a_working_day_the_browser_is_signed_out()
    {
        var (stage, browser) = await OpenAsync();
        await browser.PostAsync(await PageLinks.AskAsync(stage.Coordinator), null);
        _clock.Advance(TimeSpan.FromHours(9));

        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task who_coordinates_no_more_opens_nothing_and_is_out_at_once()
    {
        var (stage, browser) = await OpenAsync();
        await browser.PostAsync(await PageLinks.AskAsync(stage.Coordinator), null);
        var unspent = await PageLinks.AskAsync(stage.Coordinator);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await stage.Bot.Store.ChangeAsync(
            (db, cancel) => db.Roles.Where(r => r.Kind == RoleKind.Coordinator && r.To == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.To, stage.Bot.Now), cancel),
            CancellationToken.None);

        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Browser(stage.Bot).PostAsync(unspent, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task signed_out_the_cookie_opens_nothing()
    {
        var (stage, browser) = await OpenAsync();
        await browser.PostAsync(await PageLinks.AskAsync(stage.Coordinator), null);

        (await browser.PostAsync("/sign-out", null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task no_other_site_sends_a_form()
    {
        var (stage, browser) = await OpenAsync();
        var link = await PageLinks.AskAsync(stage.Coordinator);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, link) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        (await browser.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task members_get_no_link_and_nobody_gets_one_in_a_channel()
    {
        var (stage, _) = await OpenAsync();
        await stage.Asker.TellAsync("page");
        await stage.Asker.SeesAsync("coordinator");
        await stage.Coordinator.MentionAsync("page");
        await stage.Bot.SettleAsync();

        foreach (var seen in (await stage.Asker.ReadAsync()).Concat(await stage.Coordinator.ReadAsync()))
        {
            seen.Words.ShouldNotContain("/sign-in/");
        }
    }

    [Theory]
    [InlineData("/sign-in/x")]
    [InlineData("/sign-in/%00")]
    [InlineData("/sign-in/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task a_made_up_link_opens_nothing(string link)
    {
        var (_, browser) = await OpenAsync();

        (await browser.PostAsync(link, null)).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stage is not null) await _stage.DisposeAsync();
    }

    private async Task<(PlaygroundStage Stage, HttpClient Browser)> OpenAsync()
    {
        _stage = new PlaygroundStage(await BotHost.StartAsync(
            adjust: builder => builder.Services.AddSingleton(new SecurityClock(_clock))));
        return (_stage, Browser(_stage.Bot));
    }

    private static HttpClient Browser(BotHost bot) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = bot.Address };

    private static async Task<string> ReadAsync(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
