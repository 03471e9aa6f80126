using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;
using Shouldly;
using Xunit;
using static CeActors.Grains.Tests.Professionals.Links;

namespace CeActors.Grains.Tests.Professionals;

/// <summary>Who linked, registered and corrected: stored with what it tells of, whatever became of the unit's part.</summary>
[Collection(nameof(DeclarationsCluster))]
public sealed class AccountAuditTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task A_link_that_a_unit_has_nothing_to_change_for_is_audited_with_the_account()
    {
        var office = await Office.OpenAsync(cluster);
        var (person, other, account) = (await office.HireAsync(), await office.HireAsync(), Office.NewCaller());
        Office.Accepted(await SetAsync(office, office.Department, account, null));
        Office.Accepted(await SetAsync(office, office.Employer, account, person));
        var before = await VersionAsync(office, office.Department);

        // The department's copy knows of no link, so there is nothing for it to change.
        Office.Accepted(await SetAsync(office, office.Department, account, account));
        (await VersionAsync(office, office.Department)).ShouldBe(before);
        Office.Accepted(await SetAsync(office, office.Employer, account, other));
        await ClusterFixture.DeactivateAsync(office.Professional(account));

        var audit = await AuditAsync(office, account);
        audit
            .Entries.Select(entry => (entry.Version, entry.Action, entry.Detail))
            .ShouldBe([
                (3, "link-made", $"to={other.PersonId}"),
                (2, "link-cut", $"from={person.PersonId}"),
                (1, "link-made", $"to={person.PersonId}"),
            ]);
        audit.Entries.ShouldAllBe(entry => entry.ActorPersonId == Office.Administrator.PersonId);
        audit.NaturalPersonId.ShouldBe(other.PersonId);
    }

    [Fact]
    public async Task A_link_that_was_stored_before_everything_broke_off_is_audited_though_no_unit_knows_of_it()
    {
        var office = await Office.OpenAsync(cluster);
        var (person, account) = (await office.HireAsync(), Office.NewCaller());
        cluster.Faults.Arm(office.Professional(account), WriteFault.AfterCommit);

        await Should.ThrowAsync<Exception>(() => SetAsync(office, office.Employer, account, person));

        Office
            .Accepted(await office.Unit(office.Employer).GetAsync(Office.Administrator))
            .Members.ShouldNotContain(member => member.PersonId == account.PersonId);
        (await AuditAsync(office, account)).Entries.ShouldHaveSingleItem().Action.ShouldBe("link-made");
    }

    [Fact]
    public async Task A_registration_and_a_correction_are_audited_and_a_repetition_is_not_told_twice()
    {
        var office = await Office.OpenAsync(cluster);
        var person = Office.NewCaller();
        var number = Office.NewResidentId();
        var register = new RegisterProfessional(
            Office.Header(Office.Administrator),
            "王小明",
            number,
            office.Employer,
            "讲师"
        );
        Office.Accepted(await office.Professional(person).RegisterAsync(register));
        Office.Accepted(await office.Professional(person).RegisterAsync(register));
        Office.Accepted(await office.RegisterAsync(person, "王大明"));
        await ClusterFixture.DeactivateAsync(office.Professional(person));

        var audit = await AuditAsync(office, person);
        audit.Entries.Select(entry => entry.Action).ShouldBe(["resident-id-changed", "registered"]);
        foreach (var entry in audit.Entries)
        {
            entry.ActorPersonId.ShouldBe(Office.Administrator.PersonId);
            entry.Detail.ShouldContain($"residentId={number[..4]}**********{number[^4..]}");
            entry.Detail.ShouldNotContain(number);
            entry.Detail.ShouldNotContain("明");
        }
    }

    [Fact]
    public async Task Nobody_but_the_registrys_administrators_reads_it()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var administrator = Administrator(office, office.Employer);
        await office.AddMemberAsync(office.Employer, administrator, UnitRoles.Administrator);

        foreach (var caller in (Caller[])[person, administrator, office.Clerk, Office.Platform])
        {
            (await office.Professional(person).GetAuditAsync(caller))
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("registry-administrators-only");
        }
    }

    private static async Task<AccountAudit> AuditAsync(Office office, Caller account) =>
        Office.Accepted(await office.Professional(account).GetAuditAsync(Office.Administrator));

    private static async Task<long> VersionAsync(Office office, string unit) =>
        Office.Accepted(await office.Unit(unit).GetAsync(Office.Administrator)).Version;
}
