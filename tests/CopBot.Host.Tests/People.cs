using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Linking, leaving, and not being contacted.</summary>
public sealed class People
{
    [Fact]
    public async Task two_accounts_are_one_member_after_a_code_went_from_one_chat_to_the_other()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var atTeams = new TeamsChatter(stage.Teams, stage.Teams.AddUser("S. Batbayar"));
        await stage.Asker.TellAsync("link");
        var offer = await stage.Asker.SeesAsync("Write to me from your other account");
        var code = offer.Words[(offer.Words.IndexOf("link ", StringComparison.Ordinal) + 5)..][..11];
        await stage.Asker.TellAsync($"link {code}");
        await stage.Asker.SeesAsync("works only there");
        await stage.Asker.TellAsync("link");
        await stage.Asker.SeesAsync("Write to me from your other account");
        await Task.Delay(500);
        var second = (await stage.Asker.SeesAsync("Write to me from your other account")).Words;
        code = second[(second.IndexOf("link ", StringComparison.Ordinal) + 5)..][..11];
        await atTeams.TellAsync($"link {code}");
        await atTeams.SeesAsync("Your accounts are one member now");

        // The one person can not be asked their own question at the other account.
        await atTeams.TellAsync("expertise outcome indicators");
        await atTeams.SeesAsync("you know about outcome indicators");
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("Q1 · Asked Kofi Mensah.");
        await stage.Bot.SettleAsync();
        (await atTeams.CountsAsync("a question for you")).ShouldBe(0);
    }

    [Fact]
    public async Task a_trusted_address_makes_one_member_even_of_two_first_acts_at_once()
    {
        const string domain = "people.example";
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Slack:Connections:main:TrustedEmailDomains:0"] = domain,
            ["Teams:Connections:main:TrustedEmailDomains:0"] = domain,
        });
        for (var i = 0; i < 10; i++)
        {
            var inSlack = new SlackChatter(stage.Slack, stage.Slack.AddUser($"Person {i}", $"p{i}@{domain}"), "C0RESULTS");
            var inTeams = new TeamsChatter(stage.Teams, stage.Teams.AddUser($"Person {i}", $"P{i}@{domain}"));
            await Task.WhenAll(inSlack.TellAsync("help"), inTeams.TellAsync("help"));
        }

        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.OpenAsync();
        var people = await db.Members.Where(m => m.Name.StartsWith("Person")).Select(m => m.Identities.Count).ToListAsync();
        people.ShouldBe(Enumerable.Repeat(2, 10));
    }

    [Fact]
    public async Task who_wants_no_contact_is_asked_nothing()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("stop contacting me");
        await stage.Expert.SeesAsync("I only answer what you do");
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("Nobody here is known for this yet");
        await stage.SlackCoordinator.SeesAsync("nobody to answer it");
        (await stage.Expert.CountsAsync("a question for you")).ShouldBe(0);
    }

    [Fact]
    public async Task only_a_coordinator_binds_a_place()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.Asker.MentionAsync("bind");
        await stage.Asker.SeesAsync("Only a coordinator");
        await stage.Asker.TellAsync("claim AAAAA-AAAAA");
        await stage.Asker.SeesAsync("not valid");
    }

    [Fact]
    public async Task on_cards_that_ask_back_the_buttons_arrive_too()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("privacy");
        await stage.Expert.PressAsync(await stage.Expert.SeesAsync("What is kept about you", "erase"), "erase");
        var sure = await stage.Expert.SeesAsync("This deletes your name", "erase-for-good");
        await stage.Expert.PressAsync(sure, "erase-for-good");
        await stage.Bot.SettleAsync();
        (await stage.Bot.MembersNamedAsync("Kofi Mensah")).ShouldBe(1, "the sample community has one of that name too");
    }

    [Fact]
    public async Task nobody_learns_who_asked_in_private()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync("What are outcome indicators?");
        var request = await stage.Expert.SeesAsync("What are outcome indicators?", "answer");
        await stage.Expert.FillAsync(request, "answer", "Measures of change.");
        await stage.Asker.SeesAsync("Measures of change.", "helped");
        await stage.TeamsCoordinator.TellAsync("helped Q1.1");
        await stage.TeamsCoordinator.SeesAsync("Which answer?");
        (await stage.TeamsCoordinator.CountsAsync(stage.Asker.Name)).ShouldBe(0);
    }

    [Fact]
    public async Task a_profile_is_changed_by_form_and_by_words_and_shown_beside_the_name()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("profile");
        (await stage.Expert.SeesAsync("Organisation", "profile")).Words.ShouldContain("not said");
        await stage.Expert.TellAsync("profil pays Gana");
        var card = await stage.Expert.SeesAsync("Gana", "profile");
        card.Words.ShouldContain("outcome indicators");
        await stage.Expert.FillAsync(card, "profile", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisation"] = "Treasury", ["country"] = "Ghana",
        });
        await stage.Expert.SeesAsync("Organisation: Treasury Country: Ghana", "profile");
        await stage.Expert.TellAsync("langue français");
        await stage.Expert.SeesAsync("Désormais, je vous parle en français.");
        await stage.Expert.TellAsync("profil");
        await stage.Expert.SeesAsync("Votre profil", "profile");
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync("outcome indicators?", "answer"), "answer", "Measures.");
        await stage.Asker.SeesAsync("Kofi Mensah (Treasury, Ghana)", "helped");
    }

    [Fact]
    public async Task privacy_shows_what_is_kept_and_sends_all_of_it()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("privacy");
        var card = await stage.Expert.SeesAsync("What is kept about you", "export");
        await stage.Expert.PressAsync(card, "export");
        await stage.Expert.SeesAsync("\"Topic\": \"outcome indicators\"");
    }
}
