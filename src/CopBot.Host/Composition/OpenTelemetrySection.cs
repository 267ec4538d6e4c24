using CopBot.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CopBot.Host.Composition;

/// <summary>
/// <c>OpenTelemetry:Endpoint</c>: where metrics and traces go, by OTLP; nowhere if it is not set.
/// <c>OpenTelemetry:Protocol</c>: <c>grpc</c> or <c>http</c>; by the port if it is not set.
/// </summary>
internal static class OpenTelemetrySection
{
    private const string Address = "OpenTelemetry:Endpoint";
    private const string Spoken = "OpenTelemetry:Protocol";

    public static Collector? Read(IConfiguration configuration, List<string> faults)
    {
        if (configuration[Address] is not { Length: > 0 } value) return null;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            faults.Add($"{Address} is “{value}”. Use the collector's address, such as http://localhost:4317.");
            return null;
        }

        switch (configuration[Spoken])
        {
            case "grpc":
                return new(endpoint, OtlpExportProtocol.Grpc);
            case "http":
                return new(endpoint, OtlpExportProtocol.HttpProtobuf);
            case null or "":
                var isHttp = endpoint.Port == Collector.HttpPort;
                return new(endpoint, isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc);
            case var other:
                faults.Add($"{Spoken} is “{other}”. Use grpc or http.");
                return null;
        }
    }

    public static void AddTo(IServiceCollection services, Collector collector) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("copbot"))
        .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Npgsql")
            .AddOtlpExporter(otlp => collector.Receive(otlp, "metrics")))
        .WithTracing(traces => traces.AddSource(Telemetry.Name, "Npgsql")
            .AddOtlpExporter(otlp => collector.Receive(otlp, "traces")));
}
