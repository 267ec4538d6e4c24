namespace CopBot.Host.Pages;

/// <summary>What every page says of itself: nothing is cached, framed, scripted or loaded from elsewhere.</summary>
internal static class PageHeaders
{
    public static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }
}
