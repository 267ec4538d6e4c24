using System.Security.Cryptography;
using System.Text;

namespace CopBot.Evaluation.Privacy;

/// <summary>
/// The name of a person in the export of one study: HMAC-SHA-256 of what the person is called elsewhere, by the study's
/// key (RFC 2104). Without the key it can't be computed, whatever names are tried; with another study's key it is
/// another name; once the key is destroyed nobody can go back.
/// </summary>
public static class StudyPseudonym
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> key, string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name)));
}
