namespace CeActors.Domain.Declarations;

/// <content>Of evidence.</content>
internal static partial class DraftProblems
{
    public static Problem EvidenceMissing(int year, string rule) =>
        new(
            $"/years/{year}/evidence",
            "evidence-missing",
            $"请上传{year}年度的证明材料。",
            $"Upload evidence for the year {year}.",
            rule
        );

    public static Problem UploadOpen(string evidenceId) =>
        new(
            $"/evidence/{evidenceId}",
            "upload-open",
            "这份材料还没有上传完成，请完成上传或将其删除。",
            "This upload is not complete: finish or remove it."
        );

    public static Problem EvidenceOfNoYear(string evidenceId, int year) =>
        new(
            $"/evidence/{evidenceId}",
            "evidence-year-not-declared",
            $"这份材料属于{year}年度，但该年度没有申报学时；请删除材料，或补充该年度的明细。",
            $"This evidence belongs to {year}, for which nothing is declared: remove it or add what it proves."
        );

    public static Problem ContentTypeUnknown(string path) =>
        new(
            path,
            "content-type-unknown",
            "材料只接受PDF、JPEG或PNG文件，请转换后上传。",
            "Evidence is a PDF, JPEG or PNG file: convert it and upload again."
        );

    public static Problem SizeOutside(string path) =>
        new(
            path,
            "size-outside-bounds",
            $"文件不能为空，也不能超过{DeclarationLimits.EvidenceSizeBytesMax / 1024 / 1024}MB，请压缩或拆分后上传。",
            $"A file is neither empty nor above {DeclarationLimits.EvidenceSizeBytesMax / 1024 / 1024} MB: compress or split it."
        );

    public static Problem DigestMalformed(string path) =>
        new(
            path,
            "digest-malformed",
            "文件摘要格式不正确，请重新上传。",
            "The digest is not 64 lower-case hexadecimal digits: upload the file again."
        );
}
