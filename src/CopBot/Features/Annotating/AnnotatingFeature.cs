using CopBot.Pipeline;

namespace CopBot.Features.Annotating;

/// <summary>Dated facts that coordinators enter, so that the report can hold outcomes against them.</summary>
internal static class AnnotatingFeature
{
    public static Feature Declaration { get; } = new("Annotating")
    {
        Topic = HelpTopic.Coordinating,
        Verbs =
        [
            new Verb("annotate", new(
                "annotate funding 2024-05 to 2026-12 250000 USD: grant of … – a dated fact for the report",
                "annoter financement 2024-05 à 2026-12 250000 USD : don de … – un fait daté pour le rapport"))
            {
                Aliases = ["annoter"],
                IsNoQuestion = true,
                Who = Who.Coordinator,
                Argument = Annotate.Words(),
                Handle = Annotate.ByWordsAsync,
            },
            new Verb("forget annotation", new("forget annotation 3fa21c – it was wrong", "oublier l’annotation 3fa21c – elle était fausse"))
            {
                Aliases = ["oublier l’annotation", "oublier l'annotation"],
                Who = Who.Coordinator,
                Argument = Annotations.Handle(),
                ArgumentRequired = true,
                Handle = (turn, call, cancel) => Annotations.ForgetAsync(turn, call.Argument, cancel),
            },
            new Verb("annotations", new("annotations – the dated facts", "annotations – les faits datés"))
            {
                Who = Who.Coordinator,
                Handle = (turn, _, cancel) => Annotations.ListAsync(turn, cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration(Annotate.FormId) { Who = Who.Coordinator, Open = Annotate.OpenAsync },
            new ActionDeclaration("forget-annotation")
            {
                Who = Who.Coordinator,
                Handle = (turn, press, cancel) => Annotations.ForgetAsync(turn, press.Argument, cancel),
            },
        ],
        Forms =
        [
            new FormDeclaration(Annotate.FormId, AnnotationFields.All)
            {
                Who = Who.Coordinator,
                Handle = Annotate.SubmitAsync,
            },
        ],
    };
}
