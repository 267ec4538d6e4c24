using System.Net;
using CopBot.Testing.Fakes.Mail;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Who wants the digest for themselves gets it once, in their language, until they press stop.</summary>
public sealed class DigestReaders
{
    private const string Address = "kofi@finance.example";

    [Fact]
    public async Task followers_get_it_directly_each_once_across_restarts_in_their_language_and_no_more_once_they_stop()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await AskAsync(stage);
        await stage.Asker.TellAsync("follow digest");
        await stage.Asker.SeesAsync("comes to our direct chat");
        await stage.Expert.TellAsync("langue fr");
        await stage.Expert.TellAsync("suivre le résumé");
        await stage.Expert.SeesAsync("arrivera dans notre conversation directe");

        await PostAsync(stage);
        await stage.RestartAsync();
        await stage.RestartAsync();
        var own = await stage.Asker.SeesAsync("Still unanswered", "stop-digest");
        await stage.Expert.SeesAsync("Toujours sans réponse", "stop-digest");
        await stage.Bot.SettleAsync();
        (await CopiesAsync(stage.Asker)).ShouldBe(1);
        (await CopiesAsync(stage.Expert)).ShouldBeInRange(1, 1 + await stage.Bot.PossibleRepeatsAsync());

        await stage.Asker.PressAsync(own, "stop-digest");
        await stage.Asker.SeesAsync("comes to you no longer");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(8));
        await PostAsync(stage);
        await stage.Bot.SettleAsync();
        (await CopiesAsync(stage.Asker)).ShouldBe(1);
        (await CopiesAsync(stage.Expert)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task an_address_is_proved_by_a_code_that_works_for_its_member_alone_and_once()
    {
        await using var mail = FakeMailServer.Start();
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(mail.Settings())
        {
            ["PublicUrl"] = "https://bot.example.org",
        });
        await stage.PrepareAsync();
        await AskAsync(stage);
        await stage.Expert.TellAsync($"digest by mail {Address}");
        await stage.Expert.SeesAsync($"A code is on its way to {Address}");
        await stage.Expert.TellAsync($"digest by mail {Address}");
        await stage.Expert.SeesAsync("A code was sent already");
        var proof = (await mail.SeesAsync(Address, "confirm mail")).TextBody!;
        var code = proof.Split("confirm mail ")[1][..11];
        await stage.Asker.TellAsync($"confirm mail {code}");
        await stage.Asker.SeesAsync("is not valid");
        await stage.Expert.TellAsync($"confirm mail {code}");
        await stage.Expert.SeesAsync("That code is not valid");
        mail.To(Address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_mailed_digest_is_stopped_by_one_press_which_a_preview_does_not_do()
    {
        await using var mail = FakeMailServer.Start();
        mail.Busy = 1; // the first is turned away for now
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(mail.Settings())
        {
            ["PublicUrl"] = "https://bot.example.org",
        });
        await stage.PrepareAsync();
        await AskAsync(stage);
        await ProveAsync(stage, mail);
        await PostAsync(stage);

        var digest = await mail.SeesAsync(Address, "Still unanswered");
        digest.Subject.ShouldBe("Community of practice: the week");
        digest.HtmlBody!.ShouldContain("Who audits payroll?");
        digest.BodyParts.ShouldContain(part => part.ContentType.MimeType == "image/png");
        var link = digest.Headers["List-Unsubscribe"]!.Trim('<', '>').Replace("https://bot.example.org", "");
        using var http = new HttpClient { BaseAddress = stage.Bot.Address };
        (await http.GetStringAsync(link)).ShouldContain("Press to get the digest no longer");
        (await http.PostAsync(link[..^1] + (link[^1] == '0' ? '1' : '0'), null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        stage.Bot.SetClock(stage.Bot.Now.AddDays(8));
        await PostAsync(stage);
        await stage.Bot.SettleAsync();
        var before = mail.To(Address).Count;
        before.ShouldBe(3, "a code and two digests: looking at a link stops nothing");
        var answer = await http.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sent to you no longer");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(8));
        await PostAsync(stage);
        await stage.Bot.SettleAsync();
        mail.To(Address).Count.ShouldBe(before);
        await using var db = await stage.Bot.OpenAsync();
        db.Members.ShouldAllBe(member => member.DigestAddress == null, "an address that is not needed is not kept");
    }

    [Fact]
    public async Task what_waits_for_a_reader_who_stops_is_never_sent_and_no_address_stays_behind()
    {
        await using var mail = FakeMailServer.Start();
        await using var stage = await AcrossStage.OpenAsync(mail.Settings());
        await stage.PrepareAsync();
        await AskAsync(stage);
        await ProveAsync(stage, mail);
        mail.Busy = 1_000;
        await stage.SlackCoordinator.TellAsync("digest");
        await stage.Bot.SettleAsync();
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.SlackCoordinator.SeesAsync("The digest is posted in");
        for (var tries = 0; tries < 400 && await WaitingAsync(stage) == 0; tries++) await Task.Delay(25);
        (await WaitingAsync(stage)).ShouldBe(1);

        await stage.Expert.TellAsync("stop digest");
        await stage.Expert.SeesAsync("comes to you no longer");
        (await WaitingAsync(stage)).ShouldBe(0);
        mail.To(Address).Count.ShouldBe(1, "the code alone");
    }

    [Fact]
    public async Task without_a_mail_server_it_says_what_is_missing()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync($"digest by mail {Address}");
        await stage.Expert.SeesAsync("the setting Mail");
    }

    [Fact]
    public async Task an_address_that_the_server_does_not_know_ends_in_the_dead_letters_with_its_reason()
    {
        await using var mail = FakeMailServer.Start();
        mail.Unknown.Add(Address);
        await using var stage = await AcrossStage.OpenAsync(mail.Settings());
        await stage.PrepareAsync();
        await stage.Expert.TellAsync($"digest by mail {Address}");
        await stage.Expert.SeesAsync("A code is on its way");
        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.OpenAsync();
        db.Outbox.Single(row => row.State == Pipeline.RowState.Dead).Error!.ShouldStartWith("Refused: 550");
    }

    private static async Task<int> WaitingAsync(AcrossStage stage)
    {
        await using var db = await stage.Bot.OpenAsync();
        return db.Outbox.Count(row => row.Lane.EndsWith(Address));
    }

    private static async Task ProveAsync(AcrossStage stage, FakeMailServer mail)
    {
        await stage.Expert.TellAsync($"digest by mail {Address}");
        var code = (await mail.SeesAsync(Address, "confirm mail")).TextBody!.Split("confirm mail ")[1][..11];
        await stage.Expert.TellAsync($"confirm mail {code}");
        await stage.Expert.SeesAsync($"The next digest comes to {Address}");
    }

    private static async Task AskAsync(AcrossStage stage)
    {
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
    }

    private static async Task PostAsync(AcrossStage stage)
    {
        await stage.SlackCoordinator.TellAsync("digest");
        await stage.Bot.SettleAsync();
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.SlackCoordinator.SeesAsync("The digest is posted in");
        await stage.Bot.SettleAsync();
    }

    private static async Task<int> CopiesAsync(Chatter reader) =>
        (await reader.ReadAsync()).Count(seen => seen.Actions.Contains("stop-digest"));
}
