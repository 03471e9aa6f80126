using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Professionals;
using static CeActors.Domain.Tests.Professionals.ProfessionalSamples;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>One open declaration a person, and a bounded number of them.</summary>
public sealed class ReservationTests
{
    [Fact]
    public void Who_is_not_registered_files_nothing_and_gets_no_statement()
    {
        Refused(Unknown(), Reserve("one"), Context()).Code.ShouldBe("professional-not-registered");
        Refused(Unknown(), Issue(2024, 2024), Context()).Code.ShouldBe("professional-not-registered");
        Refused(Unknown(), Import(Record()), Context()).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public void One_declaration_may_be_open_at_a_time()
    {
        var first = Decided(Registered(), Reserve("one"), Context());
        first.Declarations.ShouldHaveSingleItem();

        foreach (var status in Enum.GetValues<DeclarationStatus>())
        {
            var context = Context() with { Standings = [Standing("one", status)] };
            var decision = ProfessionalDecider.Decide(first, Reserve("two"), context);

            decision.Refusal?.Code.ShouldBe(status.IsOpen ? "declaration-open" : null);
            decision.IsAccepted.ShouldBe(!status.IsOpen);
            if (status.IsOpen)
                decision.Refusal!.Facts!["declarationId"].ShouldBe(IdOf("one").Value);
        }
    }

    [Fact]
    public void A_repeated_reservation_changes_nothing()
    {
        var reserved = Decided(Registered(), Reserve("one"), Context());

        ProfessionalDecider.Decide(reserved, Reserve("one"), Context()).Events.ShouldBeEmpty();
        ProfessionalDecider
            .Decide(
                reserved,
                Reserve("one"),
                Context() with
                {
                    Standings = [Standing("one", DeclarationStatus.PendingAgency)],
                }
            )
            .IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void A_late_repetition_of_a_refused_filing_does_not_open_a_second_one()
    {
        var state = Decided(Decided(Registered(), Reserve("one"), Context()), Reserve("two"), Context());
        var context = Context() with { Standings = [Standing("two", DeclarationStatus.Draft)] };

        Refused(state, Reserve("one"), context).Code.ShouldBe("declaration-open");
    }

    [Fact]
    public void Declarations_go_up_to_their_bound_and_deleted_ones_do_not_count()
    {
        var ids = Enumerable.Range(0, ProfessionalLimits.DeclarationsMax).Select(i => $"past-{i:000}").ToArray();
        var standings = ids.Select(id => Standing(id, DeclarationStatus.Recognised)).ToImmutableArray();
        var full = Registered() with { Declarations = [.. ids.Select(IdOf)] };
        var nearly = full with { Declarations = full.Declarations.RemoveAt(0) };

        Decided(nearly, Reserve("new"), Context() with { Standings = standings.RemoveAt(0) })
            .Declarations.Length.ShouldBe(ProfessionalLimits.DeclarationsMax);
        Refused(full, Reserve("new"), Context() with { Standings = standings }).Code.ShouldBe("declarations-max");
        var oneDeleted = standings.SetItem(3, Standing(ids[3], DeclarationStatus.Deleted));
        Decided(full, Reserve("new"), Context() with { Standings = oneDeleted })
            .Declarations.ShouldNotContain(IdOf(ids[3]));
        // One that never came into being is forgotten only when room is needed.
        Decided(full, Reserve("new"), Context() with { Standings = standings.RemoveAt(5) })
            .Declarations.ShouldNotContain(IdOf(ids[5]));
    }

    [Fact]
    public void A_deleted_declaration_is_remembered_while_there_is_room_and_answers_the_command_that_opened_it()
    {
        var one = Decided(Registered(), Reserve("one"), Context());
        var deleted = Context() with { Standings = [Standing("one", DeclarationStatus.Deleted)] };
        var two = Decided(one, Reserve("two"), deleted);
        two.Declarations.ShouldBe([IdOf("one"), IdOf("two")], ignoreOrder: true);

        var both = Context() with
        {
            Standings = [Standing("one", DeclarationStatus.Deleted), Standing("two", DeclarationStatus.Draft)],
        };
        ProfessionalDecider.Decide(two, Reserve("one"), both).IsAccepted.ShouldBeTrue();
    }
}
