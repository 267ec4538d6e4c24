using System.CommandLine;
using CopBot.Benchmarks.Ack;
using CopBot.Benchmarks.Auth;
using CopBot.Benchmarks.Chaos;
using CopBot.Benchmarks.Evaluating;
using CopBot.Benchmarks.Faults;
using CopBot.Benchmarks.Fuzz;
using CopBot.Benchmarks.LanguageOf;
using CopBot.Benchmarks.Load;
using CopBot.Benchmarks.Pace;
using CopBot.Benchmarks.Properties;
using CopBot.Benchmarks.Replay;
using CopBot.Benchmarks.Retrieval;
using CopBot.Benchmarks.Routing;
using CopBot.Benchmarks.Search;
using CopBot.Benchmarks.Sockets;

var root = new RootCommand("CopBot’s measurements. Each prints one JSON object on its last line.")
{
    ReplayCommand.Command,
    PropertiesCommand.Command,
    AckCommand.Command,
    AuthCommand.Command,
    ChaosCommand.Command,
    EvaluateScaleCommand.Command,
    ExternalCommand.Command,
    FaultsCommand.Command,
    FuzzCommand.Command,
    LanguageCommand.Command,
    LatencyCommand.Command,
    LeanSlack.Command,
    MetricsCommand.Command,
    ScaleCommand.Command,
    RoutingCommand.Command,
    SearchScaleCommand.Command,
    SimilarCommand.Command,
    SocketCommand.Command,
    ThreadCommand.Command,
};
return await root.Parse(args).InvokeAsync();
