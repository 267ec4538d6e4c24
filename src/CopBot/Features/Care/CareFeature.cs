using CopBot.Pipeline;

namespace CopBot.Features.Care;

/// <summary>Experts say when and how often they want to be asked.</summary>
internal static class CareFeature
{
    public static Feature Declaration { get; } = new("Care")
    {
        Topic = HelpTopic.Answering,
        Verbs =
        [
            new Verb("away", new(
                "away until Friday – no questions until then (away, back)",
                "absent jusqu’à vendredi – pas de questions d’ici là (absent, de retour)"))
            {
                Aliases = ["absent", "absente"],
                Argument = Until.Words(),
                Where = Where.Anywhere,
                Handle = (turn, call, cancel) => Away.LeaveAsync(turn, call.Argument, cancel),
            },
            new Verb("back", new("back – questions may come again", "de retour – des questions peuvent revenir"))
            {
                Aliases = ["de retour"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Away.Return(turn)),
            },
            new Verb("quiet", new(
                "quiet 18:00-08:00 – hours without questions (quiet off)",
                "silence 18:00-08:00 – heures sans questions (silence fin)"))
            {
                Aliases = ["silence"],
                Argument = QuietHours.Words(),
                Where = Where.Anywhere,
                Handle = (turn, call, _) => Task.FromResult(QuietHours.Handle(turn, call.Argument)),
            },
            new Verb("cap", new(
                "cap 3 – at most so many open questions a week", "plafond 3 – au plus autant de questions ouvertes par semaine"))
            {
                Aliases = ["plafond"],
                Argument = WeeklyCap.Words(),
                Where = Where.Anywhere,
                Handle = (turn, call, _) => Task.FromResult(WeeklyCap.Handle(turn, call.Argument)),
            },
        ],
        Actions =
        [
            new ActionDeclaration(CareForm.Id) { Open = CareForm.OpenAsync },
            new ActionDeclaration("away") { Handle = (turn, _, cancel) => Away.LeaveAsync(turn, "", cancel) },
            new ActionDeclaration("back") { Handle = (turn, _, _) => Task.FromResult(Away.Return(turn)) },
        ],
        Forms = [new FormDeclaration(CareForm.Id, CareForm.Fields) { Handle = CareForm.SubmitAsync }],
    };
}
