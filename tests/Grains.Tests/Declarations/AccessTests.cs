using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

[Collection(nameof(DeclarationsCluster))]
public sealed class AccessTests(DeclarationsFixture cluster)
{
    [Fact]
    public async Task Nobody_reads_or_moves_what_is_not_theirs()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var stranger = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);
        var professional = office.Professional(person);

        ShouldNotBeFound(await declaration.GetAsync(stranger));
        ShouldNotBeFound(
            await declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(stranger, filed.Version)))
        );
        ShouldNotBeFound(await declaration.DeleteAsync(new DeleteDeclaration(Office.Header(stranger))));
        ShouldNotBeFound(await declaration.SaveHeadAsync(new SaveHead(Office.Header(stranger), Office.Head)));
        ShouldNotBeFound(await professional.GetProfileAsync(stranger));
        ShouldNotBeFound(await professional.GetDeclarationsAsync(stranger));
        ShouldNotBeFound(await professional.GetImportedHoursAsync(stranger, null));
        ShouldNotBeFound(await professional.GetRecognisedHoursAsync(stranger, null, null));
        ShouldNotBeFound(await professional.GetStatementsAsync(stranger));
        ShouldNotBeFound(await professional.FileDeclarationAsync(Office.Filing(stranger)));
        (await declaration.WhereAreYouAsync()).Version.ShouldBe(filed.Version);
    }

    [Fact]
    public async Task A_unit_sees_what_it_holds_or_has_decided_and_nothing_else()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);

        Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        ShouldNotBeFound(await declaration.GetForUnitAsync(office.DepartmentReviewer, office.Department));
        ShouldNotBeFound(await declaration.GetForUnitAsync(office.DepartmentReviewer, office.Employer));
        ShouldNotBeFound(await declaration.GetForUnitAsync(person, office.Employer));
        ShouldNotBeFound(await declaration.GetForUnitAsync(office.EmployerReviewer, "not a code"));

        var passed = Office.Accepted(
            await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
        );
        var view = Office.Accepted(await declaration.GetForUnitAsync(office.DepartmentReviewer, office.Department));
        view.Declarant.MaskedResidentId.ShouldContain("**********");
        Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        ShouldNotBeFound(await declaration.GetForUnitAsync(office.Clerk, office.Agency));
        passed.HolderUnitCode.ShouldBe(office.Department);
    }

    [Fact]
    public async Task What_the_person_mends_after_a_return_is_theirs_alone_until_they_submit_it()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);
        var back = new ReturnDeclaration(
            Office.Header(office.EmployerReviewer, filed.Version),
            office.Employer,
            "材料不清晰",
            []
        );
        var returned = Office.Accepted(await declaration.ReturnAsync(back));
        var asReturned = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        asReturned.Items.Length.ShouldBe(2);

        var head = Office.Head with { Note = "还没写完" };
        Office.Accepted(await declaration.SaveHeadAsync(new SaveHead(Office.Header(person), head)));
        var whileMending = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        whileMending.Head.ShouldBe(new DraftHead());
        whileMending.Items.ShouldBeEmpty();
        whileMending.Years.Single().Year.ShouldBe(2024);
        whileMending.History.Length.ShouldBe(2);

        await ClusterFixture.DeactivateAsync(declaration);
        Office.Accepted(await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, returned.Version))));
        var asSubmitted = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        asSubmitted.Head.Note.ShouldBe("还没写完");
        asSubmitted.Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_former_employer_sees_what_became_of_its_own_submission_and_nothing_later()
    {
        var office = await Office.OpenAsync(cluster);
        var elsewhere = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);
        var passed = Office.Accepted(
            await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
        );
        var withdrawn = Office.Accepted(
            await declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(person, passed.Version)))
        );
        Office.Accepted(await office.RegisterAsync(person, "王小明", employer: elsewhere.Employer));
        Office.Accepted(
            await declaration.AddItemAsync(new AddItem(Office.Header(person), Office.Item(2023, "general", "30")))
        );
        var again = Office.Accepted(
            await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, withdrawn.Version)))
        );
        again.HolderUnitCode.ShouldBe(elsewhere.Employer);

        var former = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        former.Items.ShouldBeEmpty();
        former.Years.ShouldBeEmpty();
        former.Holder.ShouldBeNull();
        former.Declarant.Employer.Code.ShouldBe(office.Employer);
        former.History.Select(entry => entry.Action).ShouldBe(["submitted", "passed", "withdrawn"]);
        var present = Office.Accepted(
            await declaration.GetForUnitAsync(elsewhere.EmployerReviewer, elsewhere.Employer)
        );
        present.Items.Length.ShouldBe(3);
        present.History.Length.ShouldBe(4);

        await ClusterFixture.DeactivateAsync(declaration);
        var rows = new List<StoredRow>();
        var reader = cluster.SiloService<IStoredRowReader>(StorageNames.State);
        await foreach (var row in reader.ReadAsync(QueueRows.PassedPrefix(office.Employer), CancellationToken.None))
        {
            rows.Add(row);
        }

        var line = QueueRows.Read(rows.Single());
        line.EmployerCode.ShouldBe(office.Employer);
        line.FromYear.ShouldBe(2024);
        line.TotalQuarterHours.ShouldBe(90 * 4);
    }

    [Fact]
    public async Task A_former_employer_sees_its_person_as_they_were_when_it_decided()
    {
        var office = await Office.OpenAsync(cluster);
        var elsewhere = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var filed = await office.FileAsync(person);
        var declaration = office.Declaration(filed.DeclarationId);
        var passed = Office.Accepted(
            await office.PassAsync(filed, office.EmployerReviewer, office.Employer, office.Department)
        );
        var then = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        var withdrawn = Office.Accepted(
            await declaration.WithdrawAsync(new WithdrawDeclaration(Office.Header(person, passed.Version)))
        );
        Office.Accepted(await office.RegisterAsync(person, "王改名", employer: elsewhere.Employer));
        foreach (var note in (string[])["一", "二", "三"])
        {
            var head = Office.Head with { Note = note };
            Office.Accepted(await declaration.SaveHeadAsync(new SaveHead(Office.Header(person), head)));
            var meanwhile = Office.Accepted(
                await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer)
            );
            meanwhile.DraftRevision.ShouldBe(then.DraftRevision);
            meanwhile.Declarant.ShouldBe(then.Declarant);
        }

        var again = Office.Accepted(
            await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, withdrawn.Version)))
        );
        await ClusterFixture.DeactivateAsync(declaration);

        // And after yet another submission: what was kept of each is still that.
        var returned = Office.Accepted(
            await declaration.ReturnAsync(
                new ReturnDeclaration(
                    Office.Header(elsewhere.EmployerReviewer, again.Version),
                    elsewhere.Employer,
                    "材料不清晰",
                    []
                )
            )
        );
        var third = await Office.OpenAsync(cluster);
        Office.Accepted(await office.RegisterAsync(person, "王又改", employer: third.Employer));
        Office.Accepted(await declaration.SubmitAsync(new SubmitDeclaration(Office.Header(person, returned.Version))));
        var former = Office.Accepted(await declaration.GetForUnitAsync(office.EmployerReviewer, office.Employer));
        former.Declarant.ShouldBe(then.Declarant with { Title = null });
        former.DraftRevision.ShouldBe(then.DraftRevision);
        former.History.ShouldAllBe(entry => entry.ActorName != "王改名" && entry.ActorName != "王又改");
        var second = Office.Accepted(await declaration.GetForUnitAsync(elsewhere.EmployerReviewer, elsewhere.Employer));
        second.Declarant.Name.ShouldBe("王改名");
        second.Declarant.Version.ShouldBe(2);
        second.Declarant.MaskedResidentId.ShouldNotBe(former.Declarant.MaskedResidentId);
    }

    [Fact]
    public async Task Who_is_no_member_learns_nothing_of_a_declaration_by_deciding_on_it()
    {
        var office = await Office.OpenAsync(cluster);
        var other = await Office.OpenAsync(cluster);
        var filed = await office.FileAsync(await office.HireAsync());
        ShouldNotBeFound(
            await office.PassAsync(filed with { Version = 7 }, other.Clerk, office.Employer, office.Department)
        );
        ShouldNotBeFound(await office.PassAsync(filed, other.EmployerReviewer, other.Employer, other.Department));
        var refused = await office.PassAsync(filed, other.EmployerReviewer, office.Employer, office.Department);
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("declaration-not-found");
        (await office.Declaration(filed.DeclarationId).WhereAreYouAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_reviews_their_own_declaration_under_either_account()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        await office.AddMemberAsync(office.Employer, person, UnitRoles.Reviewer);
        var secondAccount = Office.NewCaller();
        var member = new SetMember(
            Office.Header(Office.Administrator),
            secondAccount.PersonId,
            "王小明",
            UnitRoles.Reviewer,
            person.PersonId
        );
        Office.Accepted(await office.Unit(office.Employer).SetMemberAsync(member));
        var filed = await office.FileAsync(person);
        foreach (var self in (Caller[])[person, secondAccount])
        {
            var refused = await office.PassAsync(filed, self, office.Employer, office.Department);
            refused.Refusal.ShouldNotBeNull().Code.ShouldBe("own-declaration");
        }
    }

    [Fact]
    public async Task A_made_up_id_is_not_found()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        foreach (var id in (string[])["999-abcdefghijklmnopqrstuvwxyz", "nonsense", "000-abcdefghijklmnopqrstuvwxyz"])
        {
            ShouldNotBeFound(await office.Declaration(id).GetAsync(person));
            (await office.Declaration(id).WhereAreYouAsync()).Version.ShouldBe(0);
            (await office.Declaration(id).GetStandingAsync()).ShouldBeNull();
        }
    }

    private static void ShouldNotBeFound<T>(Outcome<T> outcome)
        where T : class => outcome.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
}
