using System.Text.RegularExpressions;
using CopBot.Chat.Cards;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Profile;

/// <summary>A member says where they work, by form or by words; an empty text takes it back.</summary>
internal static partial class ChangeProfile
{
    public const string FormId = "profile";

    private static readonly Phrase Title = new("Your profile", "Votre profil");
    private static readonly Phrase Save = new("Save", "Enregistrer");

    public static Field Organisation { get; } = new("organisation", "") { Required = false, MaxLength = 120 };

    public static Field Country { get; } = new("country", "") { Required = false, MaxLength = 60 };

    public static Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        var (me, language) = (turn.Me.Member, turn.Language);
        return Task.FromResult<FormOffer>(new Form(FormId, null, Title.In(language), Save.In(language),
        [
            Organisation with { Label = ProfileCard.Organisation.In(language), Initial = me.Organisation },
            Country with { Label = ProfileCard.Country.In(language), Initial = me.Country },
        ]));
    }

    public static Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel) => Task.FromResult(
        Change(
            turn,
            sent.Values.GetValueOrDefault(Organisation.Id, ""),
            sent.Values.GetValueOrDefault(Country.Id, "")));

    public static Task<Outcome> ByWordsAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var said = Words().Match(call.Argument);
        if (!said.Success) return Task.FromResult(Outcome.Of(turn.Tell(ProfileCard.Of(me, turn.Language))));
        var value = said.Groups["value"].Value;
        var isCountry = said.Groups["what"].Value.ToUpperInvariant() is "COUNTRY" or "PAYS";
        return Task.FromResult(isCountry
            ? Change(turn, me.Organisation ?? "", value)
            : Change(turn, value, me.Country ?? ""));
    }

    [GeneratedRegex(
        @"(?<what>organi[sz]ation|country|pays)\b\s*[:=]?\s*(?<value>.{0,120})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static Outcome Change(Turn turn, string organisation, string country)
    {
        var me = turn.Me.Member;
        var before = (me.Organisation, me.Country);
        (me.Organisation, me.Country) = (Filled(organisation, Organisation), Filled(country, Country));
        var outcome = Outcome.Of(turn.Tell(ProfileCard.Of(me, turn.Language)));
        return before == (me.Organisation, me.Country) ? outcome : outcome.Raise(new ProfileChanged(me));
    }

    private static string? Filled(string words, Field field)
    {
        var one = string.Join(' ', words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return one.Length == 0 ? null : Shortening.To(one, field.MaxLength);
    }
}
