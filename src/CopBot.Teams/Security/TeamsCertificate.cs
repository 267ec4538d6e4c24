using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CopBot.Teams.Security;

/// <summary>The certificate that stands for the app's secret: a PFX file, or a PEM file with its key.</summary>
internal static class TeamsCertificate
{
    /// <exception cref="CryptographicException">It can't be read, or has no private key.</exception>
    /// <exception cref="IOException">The file is not there.</exception>
    public static X509Certificate2 Load(string path, string? password)
    {
        var certificate = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
        return certificate.HasPrivateKey
            ? certificate
            : throw new CryptographicException("It holds no private key.");
    }

    /// <returns>What is wrong with it; null if it can be used.</returns>
    public static string? Fault(string path, string? password)
    {
        try
        {
            using var certificate = Load(path, password);
            return null;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
