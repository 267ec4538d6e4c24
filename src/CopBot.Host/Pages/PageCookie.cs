using CopBot.Pipeline;

namespace CopBot.Host.Pages;

/// <summary>
/// What a browser that is signed in holds: for this host alone, not for scripts, not sent by other sites' forms.
/// </summary>
internal static class PageCookie
{
    private const string Name = "copbot";

    public static string? Read(HttpContext http) => http.Request.Cookies[NameFor(http)];

    public static void Write(HttpContext http, string value, TimeSpan life) =>
        http.Response.Cookies.Append(NameFor(http), value, OptionsFor(http, life));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http), OptionsFor(http, null));

    /// <summary>The prefix makes browsers refuse the cookie from any other host or path; it needs https.</summary>
    private static string NameFor(HttpContext http) => IsSecure(http) ? $"__Host-{Name}" : Name;

    private static bool IsSecure(HttpContext http) =>
        http.RequestServices.GetRequiredService<PublicSite>().Address?.Scheme == Uri.UriSchemeHttps;

    private static CookieOptions OptionsFor(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true, Secure = IsSecure(http), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = life,
    };
}
