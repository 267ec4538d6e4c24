using OpenTelemetry.Exporter;

namespace CopBot.Host.Composition;

/// <summary>Where metrics and traces go, by OTLP: https://opentelemetry.io/docs/specs/otlp/.</summary>
/// <param name="Endpoint">Its address.</param>
/// <param name="Protocol">What it speaks.</param>
internal sealed record Collector(Uri Endpoint, OtlpExportProtocol Protocol)
{
    /// <summary>The port that every collector keeps for OTLP over HTTP.</summary>
    public const int HttpPort = 4318;

    /// <summary>
    /// Over HTTP every signal has a path of its own, which the exporter adds to no endpoint that is set in code.
    /// </summary>
    public void Receive(OtlpExporterOptions otlp, string signal)
    {
        otlp.Protocol = Protocol;
        otlp.Endpoint = Protocol == OtlpExportProtocol.Grpc ? Endpoint
            : new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
    }
}
