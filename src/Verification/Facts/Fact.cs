using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace CeActors.Verification.Facts;

/// <summary>What a fact says. Those with equal keys are judged together, so each kind names what its key is.</summary>
internal enum FactKind : byte
{
    /// <summary>Key person, subject declaration: it is of this person. Detail 1 when it is open.</summary>
    OfPerson,

    /// <summary>Key person, subject year, detail declaration: it has recognised the year.</summary>
    RecognisedYear,

    /// <summary>Key person, subject record of the training platform, detail declaration: it uses the record.</summary>
    UsedImport,

    /// <summary>Key declaration, subject person: the declaration exists and is this person's. Detail 1 when it was deleted.</summary>
    Declaration,

    /// <summary>Key declaration, subject person: the person's list names it.</summary>
    Listed,

    /// <summary>Key declaration, subject person, detail year and hours: recognised, whether revoked since or not.</summary>
    Certifiable,

    /// <summary>Key declaration, subject person, detail year and hours: a statement certifies them.</summary>
    Certified,

    /// <summary>Key declaration, subject what was decided: its history has it.</summary>
    Decided,

    /// <summary>Key declaration, subject what was decided: a batch says so.</summary>
    DecidedByBatch,

    /// <summary>Key statement, subject person: the statement exists and is this person's.</summary>
    Statement,

    /// <summary>Key statement, subject person: the person's list names it.</summary>
    ListedStatement,

    /// <summary>Key digest, subject size: evidence that a declaration has bound.</summary>
    Evidence,

    /// <summary>Key digest, subject size: a file of evidence that is there.</summary>
    EvidenceFile,

    /// <summary>Key paper: recorded with a statement.</summary>
    Paper,

    /// <summary>Key paper: a paper that is there.</summary>
    PaperFile,

    /// <summary>Key resident id, subject person: registered with it. Detail 1 when the registration names a reservation.</summary>
    ResidentId,

    /// <summary>Key resident id, subject person: reserved for this person.</summary>
    ReservedResidentId,
}

/// <summary>What a key or a subject names.</summary>
internal enum TopicKind : byte
{
    Person,
    Declaration,
    Statement,
    Evidence,
    Paper,

    /// <summary>A resident id, by the digest under which registers know it.</summary>
    ResidentId,
    Other,
}

/// <summary>A name that facts are about.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Text">The name.</param>
internal readonly record struct Topic(TopicKind Kind, string Text)
{
    /// <summary>
    /// 64 bits that stand for it. Two names that share them can only raise a doubt, which reading again clears, or hide one
    /// with a chance below one in a million in an account of five million declarations.
    /// </summary>
    public ulong Hash
    {
        get
        {
            Span<byte> bytes = stackalloc byte[512];
            bytes[0] = (byte)Kind;
            return Text.Length <= 170
                ? XxHash3.HashToUInt64(bytes[..(1 + Encoding.UTF8.GetBytes(Text, bytes[1..]))])
                : XxHash3.HashToUInt64([(byte)Kind, .. Encoding.UTF8.GetBytes(Text)]);
        }
    }
}

/// <summary>One fact in 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Fact(ulong key, FactKind kind, ulong subject, ulong detail) : IComparable<Fact>
{
    private const int KindShift = 56;
    private const ulong DetailMask = (1UL << KindShift) - 1;

    private readonly ulong _kindAndDetail = ((ulong)kind << KindShift) | (detail & DetailMask);

    public ulong Key { get; } = key;

    public ulong Subject { get; } = subject;

    public FactKind Kind => (FactKind)(_kindAndDetail >> KindShift);

    /// <summary>56 bits.</summary>
    public ulong Detail => _kindAndDetail & DetailMask;

    public int CompareTo(Fact other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : _kindAndDetail != other._kindAndDetail ? _kindAndDetail.CompareTo(other._kindAndDetail)
        : Subject.CompareTo(other.Subject);
}
