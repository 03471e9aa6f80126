using static CeActors.Domain.Sentence;

namespace CeActors.Domain.Statements;

/// <summary>Every refusal of a statement, in both languages; each says what to do.</summary>
internal static class StatementRefusals
{
    public static readonly Refusal NotFoundHere = NotFound(
        "statement-not-found",
        "没有找到这份学时认定单，请从列表中重新打开。",
        "There is no such statement: open it from the list again."
    );

    public static readonly Refusal NotVerified = NotFound(
        "statement-not-verified",
        "编号或验证码不正确，未查到学时认定单；请对照纸面核对后重试。",
        "No statement has this number and code: compare both with the paper and try again."
    );

    public static readonly Refusal NumberTaken = Conflict(
        "statement-number-taken",
        "该编号已开具内容不同的认定单，请重新申请开具。",
        "Another statement was issued under this number: ask for a new one."
    );

    public static readonly Refusal RenderedOtherwise = Conflict(
        "statement-rendered-otherwise",
        "该认定单已生成另一份文件，请下载已生成的文件。",
        "This statement was rendered as another file already: download that one."
    );
}
