using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CopBot.Architecture.Tests;

/// <summary>Whatever people read stands in both languages.</summary>
public sealed partial class BothLanguages
{
    private static readonly string[] Spoken = ["src/CopBot/Features", "src/CopBot/Domain", "src/CopBot/Pipeline"];

    /// <summary>What they say is read on the command line, in the settings or in the log's export.</summary>
    private static readonly string[] Administrators =
        ["SeedNotes.cs", "LogVerification.cs", "LogChain.cs", "LogFile.cs", "Registry.cs", "CommunitySettings.cs", "ParticipationLog.cs"];

    /// <summary>What they say is read by a language model, and by nobody else.</summary>
    private static readonly string[] Machines = ["NoteOrder.cs", "TranslationOrder.cs"];

    [Fact]
    public void no_words_are_said_outside_of_a_phrase()
    {
        var files = Spoken.SelectMany(Repository.Sources).ToList();
        string[] others = [.. Administrators, .. Machines];
        var elsewhere = files.Where(path => others.Contains(Path.GetFileName(path))).ToList();
        elsewhere.Count.ShouldBe(others.Length);
        var loose = files.Except(elsewhere).SelectMany(path =>
        {
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path));
            return tree.GetRoot().DescendantNodes().Where(IsSaid).Select(node =>
                $"{Repository.Relative(path)}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1} {node}");
        });
        loose.ShouldBeEmpty();
    }

    [Fact]
    public void both_languages_of_a_phrase_take_the_same_names_and_numbers()
    {
        var phrases = Phrases();
        phrases.Count.ShouldBeGreaterThan(200);
        phrases.Where(p => !Places(p.En).SetEquals(Places(p.Fr))).Select(p => $"{p.Where}: {p.En}").ShouldBeEmpty();
        phrases.Where(p => string.IsNullOrWhiteSpace(p.En) || string.IsNullOrWhiteSpace(p.Fr)).ShouldBeEmpty();
    }

    [Fact]
    public void no_french_is_english_left_standing()
    {
        // Words that are the same in both: names of things that French took over, or never gave away.
        string[] same = ["Situation", "Organisation", "{0} min", "{0} h", "non", "expert", "Questions", "{0} · {1} – {2}"];
        Phrases().Where(p => p.En == p.Fr && !same.Contains(p.En)).Select(p => $"{p.Where}: {p.En}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"\p{L}{2,}[\s,’']+\p{L}{2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Place();

    private static HashSet<string> Places(string words) => [.. Place().Matches(words).Select(match => match.Value)];

    private static List<(string Where, string En, string Fr)> Phrases()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var found =
            from type in typeof(CopBotServices).Assembly.GetTypes()
            from field in type.GetFields(all)
            where field.FieldType.Name == "Phrase"
            let phrase = field.GetValue(null)
            where phrase is not null
            let en = (string)phrase.GetType().GetProperty("En")!.GetValue(phrase)!
            let fr = (string)phrase.GetType().GetProperty("Fr")!.GetValue(phrase)!
            select ($"{type.Name}.{field.Name}", en, fr);
        return [.. found];
    }

    private static bool IsSaid(SyntaxNode node)
    {
        var words = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            _ => "",
        };
        return Sentence().IsMatch(words) && !node.Ancestors().Any(Excuses);
    }

    /// <summary>
    /// A pair in two languages; what a program reads (patterns, verbs and their aliases, SQL, settings); what only an
    /// administrator or a developer reads; what a person is told to type.
    /// </summary>
    private static bool Excuses(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } pair } => pair.All(IsText),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 4 } action } =>
            action[3].DescendantNodes().OfType<InterpolatedStringTextSyntax>().Any() || IsText(action[3]),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Verb" } } => false,
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: var type } } =>
            type.EndsWith("Exception", StringComparison.Ordinal),
        PrimaryConstructorBaseTypeSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Exception" } } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax, ArgumentList.Arguments: var said } when said.Any(IsPair) => true,
        AttributeSyntax => true,
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } =>
            called is "ExecuteSqlAsync" or "DieAsync",
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Aliases" } } => true,
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax
        { Type: IdentifierNameSyntax { Identifier.ValueText: "Verb" } } list } } argument =>
            list.ArgumentList!.Arguments[0] == argument,
        SwitchExpressionArmSyntax or ConstantPatternSyntax => true,
        _ => false,
    };

    /// <summary>A verb declared through a method: its name and its alias stand beside its help in two languages.</summary>
    private static bool IsPair(ArgumentSyntax argument) =>
        argument.Expression is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } pair }
        && pair.All(IsText);

    private static bool IsText(ArgumentSyntax argument) => argument.Expression is LiteralExpressionSyntax literal
        && literal.IsKind(SyntaxKind.StringLiteralExpression);
}
