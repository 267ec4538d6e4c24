using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using CopBot.Evaluation.Records;

namespace CopBot.Host.Evaluating;

/// <summary>
/// The same rows as Experience API statements, for whoever has a learning record store. Ids follow from what is told,
/// so that a second export is the same statements. Source: https://github.com/adlnet/xAPI-Spec, version 1.0.3
/// </summary>
/// <param name="site">Where the community is at home; ids are addresses below it.</param>
/// <param name="community">Its name.</param>
/// <param name="study">The study whose pseudonyms the rows carry.</param>
/// <param name="start">The day that the rows count from.</param>
internal sealed class XapiStatements(Uri site, string community, string study, DateTimeOffset start)
{
    private const string Adl = "http://adlnet.gov/expapi";
    private const string Activities = "http://activitystrea.ms/schema/1.0";

    private readonly string _home = new Uri(site, $"community/{Uri.EscapeDataString(community)}").ToString();

    /// <summary>One statement for each row and each thing that it tells.</summary>
    public IEnumerable<JsonObject> Of(Exchange exchange)
    {
        foreach (var member in exchange.Members)
        {
            yield return Statement(member.Id, member.Joined, $"{Activities}/join", "joined", Community());
            if (member.Left is { } left) yield return Statement(member.Id, left, $"{Activities}/leave", "left", Community());
        }

        foreach (var question in exchange.Questions.Where(question => question.Asker is not null))
        {
            yield return Statement(question.Asker!, question.Asked, $"{Adl}/verbs/asked", "asked", Question(question.Id));
        }

        foreach (var (number, answer) in exchange.Answers.Index())
        {
            var question = exchange.Questions[exchange.Answered[number]];
            var answered = Statement(
                answer.Answerer, answer.Posted, $"{Adl}/verbs/answered", "answered", Question(question.Id), answer.Id);
            answered["result"] = new JsonObject
            {
                ["duration"] = XmlConvert.ToString(TimeSpan.FromSeconds(Math.Round((answer.Posted - question.Asked) * 86_400))),
                ["extensions"] = new JsonObject { [$"{_home}/xapi/answer"] = $"{_home}/answer/{answer.Id}" },
            };
            yield return answered;
            if (!answer.Accepted || question.Asker is null) continue;
            var accepted = Statement(question.Asker, answer.Posted, $"{Activities}/accept", "accepted", Answer(answer.Id));
            accepted["context"]!["contextActivities"]!["parent"] = new JsonArray(Question(question.Id));
            yield return accepted;
        }
    }

    private JsonObject Statement(
        string actor, double day, string verb, string words, JsonObject about, string? which = null)
    {
        var told = $"{study}|{actor}|{verb}|{about["id"]}|{which}";
        return new()
        {
            ["id"] = NameBased(told).ToString("D", CultureInfo.InvariantCulture),
            ["timestamp"] = start.AddDays(day).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["actor"] = new JsonObject
            {
                ["objectType"] = "Agent",
                ["account"] = new JsonObject { ["homePage"] = $"{_home}/study/{Uri.EscapeDataString(study)}", ["name"] = actor },
            },
            ["verb"] = new JsonObject { ["id"] = verb, ["display"] = new JsonObject { ["en-US"] = words } },
            ["object"] = about,
            ["context"] = new JsonObject
            {
                ["platform"] = "CopBot",
                ["contextActivities"] = new JsonObject { ["grouping"] = new JsonArray(Community()) },
            },
        };
    }

    private JsonObject Community() => Activity(_home, $"{_home}/xapi/community-of-practice", community);

    private JsonObject Question(string id) => Activity($"{_home}/question/{id}", $"{_home}/xapi/practitioner-question", "Question");

    private JsonObject Answer(string id) => Activity($"{_home}/answer/{id}", $"{_home}/xapi/practitioner-answer", "Answer");

    private static JsonObject Activity(string id, string type, string name) => new()
    {
        ["objectType"] = "Activity",
        ["id"] = id,
        ["definition"] = new JsonObject { ["type"] = type, ["name"] = new JsonObject { ["en"] = name } },
    };

    /// <summary>Version 5: https://www.rfc-editor.org/rfc/rfc9562#section-5.5</summary>
    private Guid NameBased(string name)
    {
        var space = new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"); // of addresses
#pragma warning disable CA5350 // The standard's hash; it guards nothing.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{_home}#{name}")]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
