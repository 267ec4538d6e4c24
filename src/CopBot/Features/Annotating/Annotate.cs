using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Annotating;

/// <summary>A coordinator enters a dated fact, by form or by words.</summary>
internal static partial class Annotate
{
    public const string FormId = "annotate";

    private static readonly Phrase Title = new("A dated fact", "Un fait daté");
    private static readonly Phrase Save = new("Save", "Enregistrer");
    private static readonly Phrase Enter = new("Enter", "Saisir");
    private static readonly Phrase How = new(
        "Enter what the report should hold outcomes against, best before you look at them: money, steps of formalisation, meetings, changes of leadership or platform, events outside.",
        "Saisissez ce à quoi le rapport doit confronter les résultats, de préférence avant de les regarder : fonds, étapes de formalisation, réunions, changements de direction ou de plateforme, événements extérieurs.");

    private static readonly Phrase Noted = new("Noted as {0}: {1}, {2}.", "Noté {0} : {1}, {2}.");
    private static readonly Phrase NoDay = new(
        "“{0}” is no date. Write 2024-05-16, 2024-05 or 2024.", "« {0} » n’est pas une date. Écrivez 2024-05-16, 2024-05 ou 2024.");

    private static readonly Phrase Backwards = new(
        "It would end before it begins. Nothing was noted.", "Cela finirait avant de commencer. Rien n’a été noté.");

    private static readonly Phrase NoAmount = new(
        "“{0}” is no amount. Write 250000 USD.", "« {0} » n’est pas un montant. Écrivez 250000 USD.");

    private static readonly Phrase NeedsAmount = new(
        "Funding needs an amount: 250000 USD. Nothing was noted.", "Un financement demande un montant : 250000 USD. Rien n’a été noté.");

    private static readonly Phrase NeedsItem = new(
        "A step of formalisation needs its item, 1 to 10: item 4. Nothing was noted.",
        "Une étape de formalisation demande son élément, de 1 à 10 : élément 4. Rien n’a été noté.");

    public static Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel) =>
        Task.FromResult<FormOffer>(new Form(
            FormId, null, Title.In(turn.Language), Save.In(turn.Language), AnnotationFields.In(turn.Language)));

    public static Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        string Said(Field field) => sent.Values.GetValueOrDefault(field.Id, "").Trim();
        return Task.FromResult(Note(turn, new(
            Said(AnnotationFields.Kind), Said(AnnotationFields.From), Said(AnnotationFields.To),
                Said(AnnotationFields.Amount),
            Said(AnnotationFields.Item), "", Said(AnnotationFields.Text))));
    }

    public static Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var said = Words().Match(call.Argument);
        if (call.Argument.Length == 0 || !said.Success)
        {
            var how = How.In(turn.Language);
            return Task.FromResult(Outcome.Of(turn.Tell(new Card(how, new Paragraph(how))
            {
                Actions = [new CardAction(FormId, Enter.In(turn.Language), null, "annotate") { Primary = true, OpensForm = true }],
            })));
        }

        string Part(string name) => said.Groups[name].Value.Trim();
        return Task.FromResult(Note(turn, new(
            AnnotationFields.KindOf(Part("kind")) ?? "", Part("from"), Part("to"), Part("amount"), Part("item"), Part("degree"), Part("text"))));
    }

    [GeneratedRegex(
        @"(?<kind>funding|financement|formali[sz]ation|leadership change|changement de direction|external event|événement extérieur|platform change|changement de plateforme|decision|décision|meeting|réunion|stage|stade|charter|charte|survey|enquête|closing|clôture)\s+(?<from>\d{4}(-\d\d){0,2})(\s+(to|à|au)\s+(?<to>\d{4}(-\d\d){0,2}))?(\s+(item|élément)\s+(?<item>\d{1,2})(\s+(?<degree>half|moitié|ended|fini))?)?(\s+(?<amount>\d[\d .,]{0,20}\s?[A-Za-z]{3}))?\s*:\s*(?<text>.{1,300})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200)]
    public static partial Regex Words();

    private static Outcome Note(Turn turn, Said said)
    {
        if (AnnotationFields.DayOf(said.From, isEnd: false) is not { } from) return Outcome.Of(
            turn.Tell(NoDay, said.From));
        var to = said.To.Length == 0 ? null : AnnotationFields.DayOf(said.To, isEnd: true);
        if (said.To.Length > 0 && to is null) return Outcome.Of(turn.Tell(NoDay, said.To));
        if (to < from) return Outcome.Of(turn.Tell(Backwards));
        if (!AnnotationFields.TryAmount(said.Amount, out var amount)) return Outcome.Of(
            turn.Tell(NoAmount, said.Amount));
        if (said.Kind == "funding" && amount is null) return Outcome.Of(turn.Tell(NeedsAmount));
        var item = int.TryParse(said.Item, out var number) && number is >= 1 and <= 10 ? number : (int?)null;
        if (said.Kind == "formalisation" && item is null) return Outcome.Of(turn.Tell(NeedsItem));
        var entry = new AnnotationEntry(said.Kind, from, to, said.Text)
        {
            Amount = said.Kind == "funding" ? amount?.Amount : null,
            Currency = said.Kind == "funding" ? amount?.Currency : null,
            Item = said.Kind == "formalisation" ? item : null,
            Degree = said.Kind != "formalisation" ? null : said.Degree.ToLowerInvariant() switch
            {
                "half" or "moitié" => 0.5m,
                "ended" or "fini" => 0,
                _ => 1,
            },
        };
        var id = turn.NewId();
        var told = turn.Tell(Noted, Annotations.HandleOf(id), AnnotationFields.NameOf(entry.Kind, turn.Language),
            entry.Text);
        return Outcome.Of(told).Raise(new Annotated(turn.Me.Member.Id, id, entry));
    }

    private sealed record Said(
        string Kind, string From, string To, string Amount, string Item, string Degree, string Text);
}
