namespace CeActors.Statements.Tests;

/// <summary>Statements of invented people.</summary>
internal static class SampleDocuments
{
    public static StatementDocument OfYears(int count) =>
        new()
        {
            Number = "HN430000-2026-00000017",
            HolderName = "欧阳建国",
            MaskedResidentId = "430102********1234",
            UnitName = "湖南省示例勘测设计研究院有限公司",
            Title = "高级工程师（建筑工程）",
            SubjectYears =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(index => new StatementYear(2020 + index, 120 + index % 4, 240 + index, index % 3 != 1)),
            ],
            IssuingAgencyName = "长沙市人力资源和社会保障局",
            IssuedOn = new DateOnly(2026, 11, 23),
            FromYear = 2020,
            ToYear = 2020 + count - 1,
            VerificationUrl = "http://127.0.0.1:7071/verify/HN430000-2026-00000017?code=8F3K-22QD-7MNC",
            RuleSetNote = "规则集 example-2020 的学时标准为示例值，未经主管部门确认。",
        };

    /// <summary>Every text at its longest, in the widest characters, and as many years as given.</summary>
    public static StatementDocument Longest(int years) =>
        OfYears(years) with
        {
            Number = new string('W', StatementLimits.NumberLengthMax),
            HolderName = new string('龘', StatementLimits.HolderNameLengthMax),
            MaskedResidentId = new string('W', StatementLimits.MaskedResidentIdLengthMax),
            UnitName = new string('湘', StatementLimits.OrganisationNameLengthMax),
            Title = new string('工', StatementLimits.OrganisationNameLengthMax),
            IssuingAgencyName = new string('局', StatementLimits.OrganisationNameLengthMax),
            RuleSetNote = new string('规', StatementLimits.RuleSetNoteLengthMax),
            VerificationUrl =
                "https://w.example/"
                + new string('W', StatementLimits.VerificationUrlLengthMax - "https://w.example/".Length),
        };
}
