using CopBot.Testing.Hosting;

namespace CopBot.Host.Tests;

/// <summary>What the bot keeps is in the folder that it is started from, where backups find it, and nowhere else.</summary>
[Trait("Engine", "Irrelevant")]
public sealed class InItsFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copbot-folder-");

    [Fact]
    public async Task nothing_is_written_to_the_home_folder()
    {
        var home = _folder.CreateSubdirectory("home");
        var program = new ShippedProgram(_folder.CreateSubdirectory("work").FullName);
        (program.Settings["HOME"], program.Settings["ASPNETCORE_ENVIRONMENT"]) = (home.FullName, "Development");
        await using (var bot = await program.ServeAsync(FreePort.Find()))
        {
            using var http = new HttpClient { BaseAddress = bot.Address };
            (await http.GetStringAsync("/playground")).ShouldContain("CopBot");
            (await http.GetStringAsync("/health/ready")).ShouldContain("ready");
        }

        Directory.GetFileSystemEntries(program.Folder).ShouldContain(Path.Combine(program.Folder, "data"));
        home.GetFileSystemInfos().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
