using System.Reflection;
using CeActors.Grains.Storage;
using CeActors.Verification.Documents;
using CeActors.Verification.Findings;
using Shouldly;
using Xunit;

namespace CeActors.Verification.Tests;

public sealed class VerificationTests(FilledAccount account) : IClassFixture<FilledAccount>
{
    public static TheoryData<FindingKind> Kinds => [.. Enum.GetValues<FindingKind>()];

    [Fact]
    public async Task A_healthy_account_has_no_findings_and_everything_of_it_was_read()
    {
        var report = await account.VerifyAsync();
        Describe(report).ShouldBeEmpty();
        report.IsHealthy.ShouldBeTrue();
        report.FilesRead.ShouldBeTrue();
        var figures = report.Figures;
        figures.Declarations.ShouldBe(16);
        figures.Professionals.ShouldBe(14);
        figures.Statements.ShouldBe(2);
        figures.Batches.ShouldBe(1);
        figures.Units.ShouldBe(4);
        figures.Files.ShouldBe(2);
        figures.IndexRows.ShouldBeGreaterThan(20);
        figures.ReservationsUnused.ShouldBe(0);
        figures.ResidentIdsUnused.ShouldBe(0);
        figures.ResidentIdsUnreserved.ShouldBe(0);
        figures.Readings.ShouldBe(1);
    }

    [Fact]
    public async Task A_registration_that_is_older_than_the_registers_is_counted_and_one_that_was_cut_off_too()
    {
        await using var raw = new RawAccount(account);
        await raw.EditAsync(
            DocumentKinds.Professional,
            account.Story.Waiting.Person,
            json => json["pf"]!.AsObject().Remove("rn")
        );
        var report = await account.VerifyAsync();
        report.IsHealthy.ShouldBeTrue(Describe(report));
        report.Figures.ResidentIdsUnreserved.ShouldBe(0, "it is still reserved, for the same person");

        await raw.EditAsync(
            DocumentKinds.Professional,
            account.Story.Draft.Person,
            json =>
            {
                json["pf"]!["rid"] = "11010519491231002X";
                json["pf"]!.AsObject().Remove("rn");
            }
        );
        report = await account.VerifyAsync();
        report.IsHealthy.ShouldBeTrue(Describe(report));
        report.Figures.ResidentIdsUnreserved.ShouldBe(1);
        report.Figures.ResidentIdsUnused.ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_whose_row_was_written_before_rows_held_the_version_is_healthy()
    {
        await using var raw = new RawAccount(account);
        await raw.PutEarlierRowsAsync(DocumentKinds.Unit, account.Story.Office.Employer);
        var report = await account.VerifyAsync();
        report.IsHealthy.ShouldBeTrue(Describe(report));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_damage_is_found_and_nothing_else_is(FindingKind kind)
    {
        await using (var raw = new RawAccount(account))
        {
            await Damages.All[kind](account.Story, raw);
            var report = await account.VerifyAsync();
            report.Counts.Keys.ShouldBe([kind], Describe(report));
            report.Findings.ShouldAllBe(finding => finding.Detail.Length > 0 && finding.Table.Length > 0);
            report.IsHealthy.ShouldBeFalse();
        }

        (await account.VerifyAsync()).IsHealthy.ShouldBeTrue("the account was put back as it was");
    }

    [Theory]
    [InlineData(FindingKind.DeclarationUnlisted)]
    [InlineData(FindingKind.YearTwice)]
    [InlineData(FindingKind.CertifiedWrong)]
    [InlineData(FindingKind.EvidenceMissing)]
    [InlineData(FindingKind.PaperMissing)]
    public async Task Facts_that_do_not_fit_at_once_are_judged_in_shares_and_none_is_missed(FindingKind kind)
    {
        await using var raw = new RawAccount(account);
        await Damages.All[kind](account.Story, raw);
        var report = await account.VerifyAsync(factsHeldMax: 8);
        report.Figures.Readings.ShouldBeGreaterThan(4);
        report.Counts.Keys.ShouldBe([kind], Describe(report));
    }

    [Fact]
    public async Task Without_the_files_their_absence_is_no_finding_and_the_report_says_so()
    {
        await using var raw = new RawAccount(account);
        await Damages.All[FindingKind.EvidenceMissing](account.Story, raw);
        var report = await AccountVerification.RunAsync(
            new VerificationOptions { Tables = account.Tables },
            CancellationToken.None
        );
        report.IsHealthy.ShouldBeTrue(Describe(report));
        report.FilesRead.ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_in_a_foreign_partition_is_named_with_it()
    {
        await using var raw = new RawAccount(account);
        await raw.PutAsync("State000", new Azure.Data.Tables.TableEntity("b001", "w|A|B"));
        var report = await account.VerifyAsync();
        report.Findings.ShouldHaveSingleItem().Row.ShouldBe("b001/w|A|B");
    }

    [Fact]
    public async Task A_statement_that_was_altered_is_told_as_such()
    {
        await using var raw = new RawAccount(account);
        await raw.EditAsync(DocumentKinds.Statement, account.Story.Statement, json => json["n"] = "别人");
        var report = await account.VerifyAsync();
        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKind.DocumentUnreadable);
        finding.Detail.ShouldContain("not what was issued");
    }

    [Fact]
    public async Task No_finding_tells_what_people_typed()
    {
        await using var raw = new RawAccount(account);
        await raw.EditAsync(DocumentKinds.Professional, account.Story.Waiting.Person, json => json["pf"]!["rid"] = "1");
        await raw.EditAsync(DocumentKinds.Professional, account.Story.Draft.Person, json => json["pf"]!["n"] = 7);
        var report = await account.VerifyAsync();
        report.Counts.Keys.ShouldContain(FindingKind.DocumentUnreadable);
        Describe(report).ShouldNotContain("王小明");
        report.Findings.ShouldAllBe(finding => !finding.Detail.Contains("430102"));
    }

    [Fact]
    public void Every_grain_with_a_stored_state_is_known()
    {
        var stored = typeof(IIndexedDocument)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            )
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter =>
                (parameter.GetCustomAttribute<PersistentStateAttribute>(), Grain: parameter.Member.DeclaringType!)
            )
            .Where(state => state.Item1 is not null)
            .Select(state =>
                (
                    StorageName: state.Item1!.StorageName!,
                    GrainType: (string)
                        state
                            .Grain.CustomAttributes.Single(attribute =>
                                attribute.AttributeType == typeof(GrainTypeAttribute)
                            )
                            .ConstructorArguments[0]
                            .Value!,
                    state.Item1.StateName
                )
            );

        DocumentKinds
            .All.Select(kind => (kind.Provider, kind.GrainType, kind.StateName))
            .ShouldBe(stored, ignoreOrder: true);
    }

    private static string Describe(VerificationReport report) =>
        string.Join(
            Environment.NewLine,
            report.Findings.Select(finding => $"{finding.Code} {finding.Table} {finding.Row}: {finding.Detail}")
        );
}
