namespace CeActors.Files;

/// <summary>Why a file was not taken. Codes are stable; texts are for the person who uploads.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Zh">What is wrong and what to do, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record EvidenceRefusal(string Code, string Zh, string En)
{
    private const int MegabytesMax = EvidenceLimits.SizeBytesMax / (1024 * 1024);

    /// <summary>Nothing was uploaded under this ticket, or it was cleared away after a day.</summary>
    public static readonly EvidenceRefusal NotUploaded = new(
        "evidence-not-uploaded",
        "没有收到文件，请重新上传。",
        "No file has arrived. Please upload it again."
    );

    /// <summary>The file has no bytes.</summary>
    public static readonly EvidenceRefusal Empty = new(
        "evidence-empty",
        "文件是空的，请检查后重新上传。",
        "The file is empty. Please check it and upload it again."
    );

    /// <summary>The file has more than <see cref="EvidenceLimits.SizeBytesMax"/> bytes.</summary>
    public static readonly EvidenceRefusal TooLarge = new(
        "evidence-too-large",
        $"文件超过 {MegabytesMax} MB，请压缩或降低扫描分辨率后重新上传。",
        $"The file is larger than {MegabytesMax} MB. Please compress it or scan it at a lower resolution."
    );

    /// <summary>The number of bytes that arrived is not the announced one.</summary>
    public static readonly EvidenceRefusal SizeDiffers = new(
        "evidence-size-differs",
        "收到的文件大小与所选文件不一致，请重新上传。",
        "The file that arrived has another size than the one chosen. Please upload it again."
    );

    /// <summary>The announced type, or what the bytes show, is none of <see cref="EvidenceType.All"/>.</summary>
    public static readonly EvidenceRefusal TypeNotAllowed = new(
        "evidence-type-not-allowed",
        "只能上传 PDF、JPG 或 PNG 文件。",
        "Only PDF, JPEG and PNG files can be uploaded."
    );

    /// <summary>The bytes show another type than the announced one.</summary>
    public static readonly EvidenceRefusal TypeDiffers = new(
        "evidence-type-differs",
        "文件内容与文件类型不符，请另存为正确的格式后重新上传。",
        "The file's content is of another type than its name says. Please save it in the right format."
    );

    /// <summary>The file begins as its type does but is cut off or broken.</summary>
    public static readonly EvidenceRefusal Damaged = new(
        "evidence-damaged",
        "文件不完整或已损坏，请确认能正常打开后重新上传。",
        "The file is incomplete or damaged. Please make sure that it opens, and upload it again."
    );

    /// <summary>The file was replaced while it was being checked.</summary>
    public static readonly EvidenceRefusal Changed = new(
        "evidence-changed",
        "文件在检查过程中被替换，请重新上传。",
        "The file was replaced while it was being checked. Please upload it again."
    );
}
