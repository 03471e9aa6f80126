using CeActors.Contracts;

namespace CeActors.Grains.Commands;

/// <summary>Refusals that concern the command itself rather than what it asks for.</summary>
internal static class CommandRefusals
{
    /// <summary>The id has come before with another body: a retry keeps its body, a new wish takes a new id.</summary>
    public static Refusal IdReused { get; } =
        new(
            RefusalKind.Invalid,
            "command-id-reused",
            "这个操作编号已经用于另一项内容不同的操作。请刷新后重新操作。",
            "This command id has been used for another command or another body. Refresh, and send the new command with a new id.",
            []
        );

    /// <summary>The id is not 8 to 64 characters of <c>[A-Za-z0-9-]</c>.</summary>
    public static Refusal IdMalformed { get; } =
        new(
            RefusalKind.Invalid,
            "command-id-malformed",
            "操作编号格式不正确。请刷新后重新操作。",
            "The command id must be 8 to 64 characters of A-Z, a-z, 0-9 and hyphen.",
            []
        );

    /// <summary>The next unit is not written like a unit's code.</summary>
    public static Refusal NextUnitMalformed { get; } =
        new(
            RefusalKind.Invalid,
            "next-unit-unknown",
            "没有这个单位，请从列表中选择上级审核单位或经办机构。",
            "There is no such unit: choose the next unit from the list.",
            [
                new Problem(
                    "/nextUnitCode",
                    "next-unit-unknown",
                    "没有这个单位，请从列表中选择上级审核单位或经办机构。",
                    "There is no such unit: choose the next unit from the list."
                ),
            ]
        );
}
