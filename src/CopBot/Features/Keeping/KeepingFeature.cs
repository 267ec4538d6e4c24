using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>
/// Answers that helped become practice notes: kept, reviewed, published, doubted, confirmed, put aside.
/// </summary>
internal static partial class KeepingFeature
{
    public static Feature Declaration { get; } = new("Keeping")
    {
        Topic = HelpTopic.Knowing,
        Verbs =
        [
            new Verb("keep", new("keep Q7.1 – keep your answer for others", "garder Q7.1 – garder votre réponse pour d’autres"))
            {
                Aliases = ["garder"],
                Argument = Keep.Words(),
                ArgumentRequired = true,
                Handle = Keep.ByWordsAsync,
            },
            new Verb("flag", new("flag N12: <what> – say that a note is outdated or wrong", "signaler N12 : <quoi> – dire qu’une note est dépassée ou fausse"))
            {
                Aliases = ["signaler"],
                Argument = NoteAndWords(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) => await Flag.HandleAsync(
                    turn, await NamedAsync(turn, call, cancel), NoteAndWords().Match(call.Argument).Groups["words"].Value, cancel),
            },
            new Verb("sign", new("sign N12 named|role|unnamed – how your note names you", "signer N12 nommé|rôle|anonyme – comment votre note vous nomme"))
            {
                Aliases = ["signer"],
                Argument = NoteAndNaming(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) => NameAuthor.Handle(
                    turn, await NamedAsync(turn, call, cancel), NoteAndNaming().Match(call.Argument).Groups["naming"].Value),
            },
            new Verb("review", new(
                "review – notes that wait for you; “review N12 by 2027-06-01” sets when it is due",
                "relire – notes qui vous attendent ; « relire N12 avant le 2027-06-01 » fixe l’échéance"))
            {
                Argument = ReviewDate.Words(),
                Aliases = ["relire"],
                Who = Who.Coordinator,
                Where = Where.Anywhere,
                Handle = (turn, call, cancel) => call.Argument.Length == 0
                    ? Review.ListAsync(turn, cancel)
                    : ReviewDate.SetAsync(turn, call.Argument, cancel),
            },
            new Verb("publish", new("publish N12 – everybody finds it", "publier N12 – chacun la trouve"))
            {
                IsButton = true,
                Aliases = ["publier"],
                Who = Who.Coordinator,
                Argument = NoteHandle(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) =>
                    await Review.PublishAsync(turn, await NamedAsync(turn, call, cancel), cancel),
            },
            new Verb("edit", new(
                "edit N12 title: <words> – change a part of a note; also situation, turning, doing, mistake, limits, valid, topics",
                "modifier N12 titre : <mots> – changer une partie d’une note ; aussi situation, déclic, action, erreur, limites, validité, sujets"))
            {
                Aliases = ["modifier"],
                Argument = EditByWords.Words(),
                ArgumentRequired = true,
                Handle = EditByWords.HandleAsync,
            },
            new Verb("merge", new("merge N3 into N2 – two notes that say the same", "fusionner N3 dans N2 – deux notes qui disent la même chose"))
            {
                Aliases = ["fusionner"],
                Who = Who.Coordinator,
                Argument = Merge.Words(),
                ArgumentRequired = true,
                Handle = Merge.HandleAsync,
            },
            new Verb("retire", new("retire N12 – nobody finds it any more", "écarter N12 – personne ne la trouve plus"))
            {
                Aliases = ["écarter", "ecarter"],
                Argument = NoteHandle(),
                ArgumentRequired = true,
                Handle = async (turn, call, cancel) =>
                    await Review.RetireNoteAsync(turn, await NamedAsync(turn, call, cancel), cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration(KeepForm.Id) { Open = KeepForm.OpenAsync },
            new ActionDeclaration("draft-note") { Handle = DraftNote.AskAsync },
            new ActionDeclaration("keep-draft") { Open = DraftNote.OpenAsync },
            new ActionDeclaration(KeepThread.Id) { OpenOn = KeepThread.OpenAsync },
            new ActionDeclaration(EditForm.Id) { Open = EditForm.OpenAsync },
            new ActionDeclaration(Flag.FormId) { Open = Flag.OpenAsync },
            new ActionDeclaration("publish-note")
            {
                Who = Who.Coordinator,
                Handle = async (turn, press, cancel) =>
                    await Review.PublishAsync(turn, await turn.FindNoteAsync(press.Argument, cancel), cancel),
            },
            new ActionDeclaration("retire-note")
            {
                Who = Who.Coordinator,
                Handle = async (turn, press, cancel) =>
                    await Review.RetireNoteAsync(turn, await turn.FindNoteAsync(press.Argument, cancel), cancel),
            },
        ],
        Forms =
        [
            new FormDeclaration(KeepForm.Id, KeepForm.Fields) { Handle = Keep.SubmitAsync },
            new FormDeclaration(KeepThread.Id, KeepForm.Fields) { Handle = KeepThread.SubmitAsync },
            new FormDeclaration(EditForm.Id, EditForm.Fields) { Handle = EditForm.SubmitAsync },
            new FormDeclaration(Flag.FormId, [Flag.WhatField])
            {
                Handle = async (turn, sent, cancel) => await Flag.HandleAsync(
                    turn, await turn.FindNoteAsync(sent.Argument, cancel), sent.Values["what"].Trim(), cancel),
            },
        ],
        Timers =
        [
            new TimerDeclaration(Review.Timer, Review.DueAsync),
                new TimerDeclaration(DraftNote.Timer, DraftNote.DueAsync),
        ],
        DigestSections = [NotesInDigest.Section],
    };

    private static Task<PracticeNote?> NamedAsync(Turn turn, VerbIntent call, CancellationToken cancel) =>
        turn.FindNoteAsync(
            int.Parse(AnyNote().Match(call.Argument).Groups[1].ValueSpan, CultureInfo.InvariantCulture), cancel);

    [GeneratedRegex(@"N([0-9]{1,9})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex AnyNote();

    [GeneratedRegex(@"N[0-9]{1,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex NoteHandle();

    [GeneratedRegex(
        @"N[0-9]{1,9}\s*[:,–-]?\s*(?<words>\S.{0,3000})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        100)]
    private static partial Regex NoteAndWords();

    [GeneratedRegex(@"N[0-9]{1,9}\s+(?<naming>named|role|unnamed|nommée?|rôle|anonyme)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex NoteAndNaming();
}
