using CopBot.Features.Annotating;
using CopBot.Features.Answering;
using CopBot.Features.Asking;
using CopBot.Features.Care;
using CopBot.Features.Digests;
using CopBot.Features.Finding;
using CopBot.Features.Glossary;
using CopBot.Features.Helping;
using CopBot.Features.Home;
using CopBot.Features.Keeping;
using CopBot.Features.Linking;
using CopBot.Features.Membership;
using CopBot.Features.Offering;
using CopBot.Features.Pages;
using CopBot.Features.Places;
using CopBot.Features.Profile;
using CopBot.Features.Roles;
using CopBot.Features.Routing;
using CopBot.Features.Telling;
using CopBot.Features.Thanking;
using CopBot.Features.Translating;
using CopBot.Features.Using;
using CopBot.Pipeline;

namespace CopBot.Features;

/// <summary>Everything the bot can do, in one list.</summary>
internal static class FeatureCatalog
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        AskingFeature.Declaration,
        FindingFeature.Declaration, // before routing: what is known already need not be asked
        RoutingFeature.Declaration,
        CareFeature.Declaration,
        OfferingFeature.Declaration,
        AnsweringFeature.Declaration,
        ThankingFeature.Declaration,
        KeepingFeature.Declaration,
        GlossaryFeature.Declaration,
        TranslatingFeature.Declaration,
        UsingFeature.Declaration,
        TellingFeature.Declaration,
        DigestsFeature.Declaration,
        AnnotatingFeature.Declaration,
        MembershipFeature.Declaration,
        ProfileFeature.Declaration,
        LinkingFeature.Declaration,
        PlacesFeature.Declaration,
        RolesFeature.Declaration,
        PagesFeature.Declaration,
        HelpingFeature.Declaration,
        HomeFeature.Declaration,
    ];
}
