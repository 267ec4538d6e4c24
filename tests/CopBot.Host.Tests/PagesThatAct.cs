using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CopBot.Pipeline;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>What a coordinator does on a page is decided by the same core as what is pressed in the chat.</summary>
public sealed partial class PagesThatAct
{
    [Fact]
    public async Task a_digest_is_drafted_edited_and_posted_from_the_page()
    {
        await using var stage = await OpenAsync();
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
        using var browser = await SignInAsync(stage);

        await PressAsync(browser, "draft-digest", "");
        await stage.Bot.SettleAsync();
        var page = await browser.GetStringAsync("/digest");
        var id = FormLink().Match(page).Groups["id"].Value;
        (await browser.GetStringAsync($"/form/edit-digest/{id}")).ShouldContain("Who audits payroll?");
        var said = await SubmitAsync(browser, $"/form/edit-digest/{id}", ("without", "Q1"), ("without", "chart"), ("words", "Bonjour & <b>"));
        said.ShouldContain("The draft is changed.");
        (await PressAsync(browser, "post-digest", id)).ShouldContain("The digest is posted in 2 places.");
        var posted = await stage.Asker.SeesAsync("Bonjour & <b>", "follow-digest");
        posted.Words.ShouldNotContain("Who audits payroll?");
        (await PressAsync(browser, "post-digest", id)).ShouldContain("was decided on before");
        (await browser.GetStringAsync("/digest")).ShouldContain("posted");
        page.ShouldContain("Still unanswered", Case.Sensitive, "a draft is read where it is posted");
    }

    [Fact]
    public async Task dated_facts_are_entered_checked_and_left_out()
    {
        await using var stage = await OpenAsync();
        using var browser = await SignInAsync(stage);
        (string, string)[] fact = [("kind", "external_event"), ("from", "2026-03"), ("to", ""), ("amount", ""), ("item", ""), ("text", "New law")];

        (await SubmitAsync(browser, "/form/annotate", [.. fact.Where(field => field.Item1 != "text"), ("text", "")])).ShouldContain("role=\"alert\"");
        (await SubmitAsync(browser, "/form/annotate", fact)).ShouldContain("Noted as");
        var listed = await browser.GetStringAsync("/annotations");
        listed.ShouldContain("New law");
        var handle = ForgetLink().Match(listed).Groups["handle"].Value;
        (await PressAsync(browser, "forget-annotation", handle)).ShouldContain("Left out from now on");
        (await browser.GetStringAsync("/annotations")).ShouldNotContain("New law");
    }

    [Fact]
    public async Task a_study_is_taken_along_and_the_log_knows_by_whom()
    {
        await using var stage = await OpenAsync();
        using var browser = await SignInAsync(stage);
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
        await stage.Asker.TellAsync("agree to study Barriers");
        await stage.Asker.SeesAsync("Barriers");
        await stage.Bot.SettleAsync();

        (await SubmitAsync(browser, "/exports", ("study", " "))).ShouldContain("A study needs a name");
        (await browser.GetStringAsync("/exports")).ShouldContain("There is nothing here.");
        var sent = await browser.PostAsync("/exports", new FormUrlEncodedContent([new("study", "Barriers")]));
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(await sent.Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.Name).ShouldBe(
            ["answers.csv", "dictionary.csv", "export.json", "figures.csv", "figures.json", "measures.R", "members.csv", "questions.csv", "window.csv", "xapi.jsonl"],
            ignoreOrder: true);
        Lines(zip, "members.csv").ShouldBe(1, "one of all agreed");
        Lines(zip, "questions.csv").ShouldBe(1);

        var listed = await browser.GetStringAsync("/exports");
        listed.ShouldContain("Ingrid Solheim");
        listed.ShouldContain("Barriers");
        Directory.GetDirectories(Path.GetTempPath(), "copbot-study-*").ShouldBeEmpty("nothing of it stays behind");
    }

    [Fact]
    public async Task roles_are_given_and_ended_and_the_last_coordinator_stays()
    {
        await using var stage = await OpenAsync();
        using var browser = await SignInAsync(stage);
        await using var db = await stage.Bot.OpenAsync();
        var expert = await db.Members.SingleAsync(
            member => member.Name == "Kofi Mensah" && member.Identities.Any(identity => identity.Connection == "teams/main"));

        (await PressAsync(browser, "give-role", $"{expert.Id:N}:Evaluator")).ShouldContain("Kofi Mensah is evaluator now.");
        (await browser.GetStringAsync("/members")).ShouldContain("evaluator");
        (await PressAsync(browser, "end-role", $"{expert.Id:N}:Evaluator")).ShouldContain("no longer evaluator");
        (await PressAsync(browser, "give-role", $"{Guid.Empty:N}:Evaluator")).ShouldContain("I know no member");
        (await PressAsync(browser, "give-role", "nonsense")).ShouldContain("I know no member");
    }

    [Fact]
    public async Task what_was_given_up_is_tried_again()
    {
        await using var stage = await OpenAsync();
        using var browser = await SignInAsync(stage);
        await stage.Bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Outbox.Add(new OutboxRow
                {
                    EffectId = Guid.NewGuid(), Lane = "slack/main:C1", Effect = "{}", State = RowState.Dead,
                    NotBefore = DateTimeOffset.UnixEpoch, Error = "Refused: too_long",
                });
                await db.SaveChangesAsync(cancel);
                return true;
            },
            CancellationToken.None);

        var page = await browser.GetStringAsync("/dead-letters");
        page.ShouldContain("Refused: too_long");
        var name = LetterName().Match(page).Groups["name"].Value;
        (await (await browser.PostAsync($"/dead-letters/{name}/drop", null)).Content.ReadAsStringAsync()).ShouldContain("It is let go.");
        (await browser.GetStringAsync("/dead-letters")).ShouldContain("There is nothing here.");
    }

    [Fact]
    public async Task nothing_is_done_for_who_is_not_signed_in_from_elsewhere_or_that_no_page_offers()
    {
        await using var stage = await OpenAsync();
        using var browser = await SignInAsync(stage);
        using var stranger = new HttpClient { BaseAddress = stage.Bot.Address };
        (await stranger.PostAsync("/press/draft-digest", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/digest", "/review", "/members", "/annotations", "/stories", "/exports", "/dead-letters", "/form/annotate" })
        {
            (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/press/draft-digest");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        (await browser.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync("/press/erase-for-good", new FormUrlEncodedContent([new("nonce", "1")]))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync("/press/draft-digest", new StringContent("{}", null, "application/json"))).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
        await stage.Bot.SettleAsync();
        (await browser.GetAsync("/members")).StatusCode.ShouldBe(HttpStatusCode.OK, "the coordinator is still there");
        (await browser.GetAsync("/form/answer/x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<AcrossStage> OpenAsync()
    {
        var stage = await AcrossStage.OpenAsync(new Dictionary<string, string> { ["PublicUrl"] = "https://bot.example.org" });
        await stage.PrepareAsync();
        return stage;
    }

    private static async Task<HttpClient> SignInAsync(AcrossStage stage)
    {
        // The cookie is for https alone, which the address on loopback is not.
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = stage.Bot.Address,
        };
        var entered = await browser.PostAsync(await PageLinks.AskAsync(stage.SlackCoordinator), null);
        browser.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    /// <summary>Rows below the heading.</summary>
    private static int Lines(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd().Trim().Split('\n').Length - 1;
    }

    private static async Task<string> PressAsync(HttpClient browser, string action, string argument)
    {
        var answer = await browser.PostAsync($"/press/{action}", new FormUrlEncodedContent(
            [new("argument", argument), new("nonce", Guid.NewGuid().ToString("N")), new("back", "/digest")]));
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> SubmitAsync(HttpClient browser, string form, params (string Name, string Value)[] values)
    {
        var answer = await browser.PostAsync(form, new FormUrlEncodedContent(
            [.. values.Select(one => KeyValuePair.Create(one.Name, one.Value)), new("nonce", Guid.NewGuid().ToString("N"))]));
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("/form/edit-digest/(?<id>[0-9a-f]{32})")]
    private static partial Regex FormLink();

    [GeneratedRegex("name=\"argument\" value=\"(?<handle>[0-9a-f]{6})\"")]
    private static partial Regex ForgetLink();

    [GeneratedRegex("/dead-letters/(?<name>out-\\d+)/retry")]
    private static partial Regex LetterName();
}
