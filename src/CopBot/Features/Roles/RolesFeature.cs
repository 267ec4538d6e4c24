using CopBot.Pipeline;

namespace CopBot.Features.Roles;

/// <summary>Who does what in the community: dated, and never overwritten.</summary>
internal static class RolesFeature
{
    public static Feature Declaration { get; } = new("Roles")
    {
        Topic = HelpTopic.Coordinating,
        Actions =
        [
            new ActionDeclaration("give-role")
            {
                Who = Who.Coordinator,
                Handle = (turn, press, cancel) => GiveRole.PressedAsync(turn, press.Argument, ends: false, cancel),
            },
            new ActionDeclaration("end-role")
            {
                Who = Who.Coordinator,
                Handle = (turn, press, cancel) => GiveRole.PressedAsync(turn, press.Argument, ends: true, cancel),
            },
        ],
        Verbs =
        [
            new Verb("role", new(
                "role <name>: expert, coordinator, evaluator or administrator – give a role; “no expert” ends it; “role” lists them",
                "rôle <nom> : expert, coordination, évaluation ou administration – donner un rôle ; « pas expert » y met fin ; « rôle » les liste"))
            {
                Aliases = ["rôle"],
                Who = Who.Coordinator,
                Argument = GiveRole.Words(),
                Handle = GiveRole.HandleAsync,
            },
        ],
    };
}
