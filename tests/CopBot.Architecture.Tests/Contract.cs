using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using CopBot.Chat;
using CopBot.Playground;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CopBot.Architecture.Tests;

/// <summary>What holds for the compiled code.</summary>
public sealed class Contract
{
    private static readonly ArchUnitNET.Domain.Architecture Compiled = new ArchLoader()
        .LoadAssemblies(typeof(Inbound).Assembly, typeof(PlaygroundPlatform).Assembly, typeof(CopBotServices).Assembly)
        .Build();

    [Fact]
    public void adapters_do_not_know_the_product()
    {
        IObjectProvider<IType> product = Types().That().ResideInAssembly(typeof(CopBotServices).Assembly);
        Types().That().ResideInAssembly(typeof(PlaygroundPlatform).Assembly).Should().NotDependOnAny(product)
            .Check(Compiled);
    }

    [Fact]
    public void handlers_do_not_reach_for_the_network()
    {
        Classes().That().ResideInNamespaceMatching(@"CopBot\.(Features|Domain).*")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"System\.Net.*")
            .AndShould().NotDependOnAny(typeof(IChatPlatform))
            .Check(Compiled);
    }

    [Fact]
    public void classes_are_sealed_unless_something_derives_from_them()
    {
        var open = Compiled.Classes
            .Where(type => type.FullName.StartsWith("CopBot", StringComparison.Ordinal))
            .Where(type => type.IsSealed == false && type.IsAbstract == false && !type.IsCompilerGenerated)
            .Where(type => !Compiled.Classes.Any(other => other.BaseClass?.FullName == type.FullName))
            .Select(type => type.FullName);
        open.ShouldBeEmpty();
    }
}
