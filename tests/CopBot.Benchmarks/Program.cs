using System.CommandLine;
using CopBot.Benchmarks.Ack;
using CopBot.Benchmarks.Chaos;
using CopBot.Benchmarks.Properties;
using CopBot.Benchmarks.Replay;

var root = new RootCommand("CopBot’s measurements. Each prints one JSON object on its last line.")
{
    ReplayCommand.Command,
    PropertiesCommand.Command,
    AckCommand.Command,
    ChaosCommand.Command,
};
return await root.Parse(args).InvokeAsync();
