using CopBot.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CopBot.Host.Composition;

/// <summary>
/// <c>OpenTelemetry:Endpoint</c>: where metrics and traces go, by OTLP; nowhere if it is not set.
/// </summary>
internal static class OpenTelemetrySection
{
    private const string Setting = "OpenTelemetry:Endpoint";

    public static Uri? Read(IConfiguration configuration, List<string> faults)
    {
        if (configuration[Setting] is not { Length: > 0 } value) return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https") return endpoint;
        faults.Add($"{Setting} is “{value}”. Use the collector's address, such as http://localhost:4317.");
        return null;
    }

    public static void AddTo(IServiceCollection services, Uri endpoint)
    {
        // By the port, as collectors have it: https://opentelemetry.io/docs/specs/otlp/
        void Export(OtlpExporterOptions otlp)
        {
            otlp.Protocol = endpoint.Port == 4318 ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            otlp.Endpoint = endpoint;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("copbot"))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Npgsql").AddOtlpExporter(Export))
            .WithTracing(traces => traces.AddSource(Telemetry.Name, "Npgsql").AddOtlpExporter(Export));
    }
}
