using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CopBot.Teams.Tests;

/// <summary>The bot shows its secret, its certificate or its managed identity for its tokens, as configured.</summary>
public sealed class Credentials : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-certificate-").FullName;
    private FakeTeams _teams = null!;

    public async ValueTask InitializeAsync() => _teams = await FakeTeams.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _teams.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task a_secret_is_shown()
    {
        await AnswersAsync(_teams.Settings());
        _teams.TokenRequests.ShouldContain(request => request["client_secret"] == "fake-secret"
            && request["scope"].Contains("https://api.botframework.com/.default"));
    }

    [Fact]
    public async Task a_certificate_signs_an_assertion()
    {
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=copbot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(_folder, "bot.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "password"));
        var settings = _teams.Settings();
        settings.Remove("Teams:Connections:main:ClientSecret");
        settings["Teams:Connections:main:CertificatePath"] = file;
        settings["Teams:Connections:main:CertificatePassword"] = "password";
        await AnswersAsync(settings);

        var assertion = _teams.TokenRequests.First()["client_assertion"];
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(
                certificate), ValidIssuer = FakeTeams.AppId, ValidateAudience = false,
        });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
    }

    [Fact]
    public async Task a_managed_identity_asks_the_machine_it_runs_on()
    {
        var settings = _teams.Settings();
        settings.Remove("Teams:Connections:main:ClientSecret");
        settings["Teams:Connections:main:ManagedIdentity"] = "true";
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", $"{_teams.Address}identity");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "header");
        try
        {
            await AnswersAsync(settings);
            _teams.TokenRequests.ShouldContain(request => request["resource"] == "https://api.botframework.com"
                && request["client_id"] == FakeTeams.AppId);
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }
    }

    private async Task AnswersAsync(Dictionary<string, string> settings)
    {
        await using var bot = await BotHost.StartAsync(settings);
        _teams.Bot = new Uri(bot.Address, "api/messages/main");
        var person = new TeamsChatter(_teams, _teams.AddUser("Kofi Mensah"));
        await person.TellAsync("help");
        await person.SeesAsync("What you can say to me");
    }
}
