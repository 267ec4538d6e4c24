using System.Text.Json;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Evaluation.Records;
using CopBot.Features.Evaluating;
using CopBot.Host.Composition;
using CopBot.Pipeline;
using CopBot.Storage;

namespace CopBot.Host.Evaluating;

/// <summary>
/// The folder that a study gets: of those who agreed, under names of that study. That it was made is in the log before
/// anything can leave.
/// </summary>
internal sealed class StudyFolder(IStore store, SecurityClock clock, Settings settings)
{
    /// <summary>Writes the folder, and the entry.</summary>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <param name="db">A view, in which the log is read.</param>
    /// <param name="community">Whose.</param>
    /// <param name="study">The study’s name; what members agreed to goes by it.</param>
    /// <param name="by">Who takes it; null at the command line, which does not know.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The rows that it holds.</returns>
    public async Task<Exchange> WriteAsync(
        DirectoryInfo folder, CopBotDbContext db, Community community, string study, Guid? by, CancellationToken cancel)
    {
        var history = await HistoryReader.ReadAsync(db, community, null, cancel);
        var exchange = StudyExport.Of(history, StudyExport.KeyOf(community.LogKey, study), Consent.Study(study));
        VerificationFolder.Write(folder, new(exchange, null, null, null));
        string PathOf(string name) => Path.Combine(folder.FullName, name);
        CsvFile.Write(
            PathOf("dictionary.csv"), ["file", "column", "meaning"], StudyExport.Dictionary,
            row => [row.File, row.Column, row.Meaning]);
        var statements = new XapiStatements(
            settings.PublicUrl ?? new Uri("https://copbot.invalid/"), community.Name, study, history.Start);
        await File.WriteAllLinesAsync(
            PathOf("xapi.jsonl"), statements.Of(exchange).Select(one => one.ToJsonString()), cancel);
        await File.WriteAllTextAsync(PathOf("export.json"), JsonSerializer.Serialize(new
        {
            community = community.Name, study, start = history.Start, entries = history.Entries, head = history.Head,
            members = exchange.Members.Count,
            membersWithoutConsent = history.Exchange.Members.Count - exchange.Members.Count,
        }), cancel);
        await ParticipationLog.AppendAsync(
            store, community.Id, new DataExported(study, exchange.Members.Count, history.Head, by), clock.Now, cancel);
        return exchange;
    }
}
