using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Tests.Professionals;

/// <summary>Which professional an account's human is: every state times every command that concerns it.</summary>
public sealed class AccountTests
{
    private const string Accepted = "";
    private const string Same = "=";

    private static readonly PersonId Natural = PersonId.Parse("p-natural");
    private static readonly PersonId Other = PersonId.Parse("p-other");

    public enum AccountState
    {
        Unknown,
        Registered,
        Linked,
    }

    /// <summary>The state, the command, whether the registry's administrators command it, and the code that it is refused with.</summary>
    public static TheoryData<AccountState, string, bool, string> Matrix =>
        new()
        {
            { AccountState.Unknown, "keep", false, Same },
            { AccountState.Unknown, "keep", true, Same },
            { AccountState.Unknown, "cut", false, Same },
            { AccountState.Unknown, "cut", true, Same },
            { AccountState.Unknown, "link", false, "natural-person-locked" },
            { AccountState.Unknown, "link", true, Accepted },
            { AccountState.Unknown, "link to another", false, "natural-person-locked" },
            { AccountState.Unknown, "link to nobody", false, "natural-person-locked" },
            { AccountState.Unknown, "link to nobody", true, "natural-person-unknown" },
            { AccountState.Registered, "keep", false, Same },
            { AccountState.Registered, "cut", false, Same },
            { AccountState.Registered, "cut", true, Same },
            { AccountState.Registered, "link", false, "natural-person-locked" },
            { AccountState.Registered, "link", true, "account-registered" },
            { AccountState.Registered, "link to nobody", true, "account-registered" },
            { AccountState.Linked, "keep", false, Same },
            { AccountState.Linked, "keep", true, Same },
            { AccountState.Linked, "cut", false, "natural-person-locked" },
            { AccountState.Linked, "cut", true, Accepted },
            { AccountState.Linked, "link", false, Same },
            { AccountState.Linked, "link", true, Same },
            { AccountState.Linked, "link to another", false, "natural-person-locked" },
            { AccountState.Linked, "link to another", true, Accepted },
            { AccountState.Linked, "link to nobody", false, "natural-person-locked" },
            { AccountState.Linked, "link to nobody", true, "natural-person-unknown" },
        };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_state_answers_every_command(
        AccountState account,
        string command,
        bool isRegistryAdministrator,
        string expected
    )
    {
        var wish = command switch
        {
            "keep" => new ProfessionalCommand.Link(null, false),
            "cut" => new ProfessionalCommand.Link(null, true),
            "link" => new ProfessionalCommand.Link(Natural, false),
            _ => new ProfessionalCommand.Link(Other, false),
        };
        var context = ProfessionalSamples.Context() with
        {
            IsRegistryAdministrator = isRegistryAdministrator,
            IsNaturalPersonRegistered = command != "link to nobody",
        };
        var state = StateOf(account);

        var decision = ProfessionalDecider.Decide(state, wish, context);

        (decision.Refusal?.Code ?? (decision.Events.IsEmpty ? Same : Accepted)).ShouldBe(expected);
        if (decision is { IsAccepted: true, Events.IsEmpty: false })
        {
            decision
                .Events.Aggregate(state, ProfessionalEvolution.Evolve)
                .NaturalPersonId.ShouldBe(wish.NaturalPersonId);
        }
        else if (decision.Refusal is { Code: "natural-person-unknown" or "account-registered" } refusal)
        {
            refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/naturalPersonId");
        }
    }

    [Theory]
    [InlineData("p-natural")]
    [InlineData(null)]
    public void Nobody_changes_or_cuts_the_link_of_an_account_of_their_own_though_they_administer_the_registry(
        string? human
    )
    {
        // The linked account itself, and every other that leads to the same professional, the professional's own among them.
        var linked = StateOf(AccountState.Linked);
        var context = ProfessionalSamples.Context() with
        {
            IsRegistryAdministrator = true,
            IsNaturalPersonRegistered = true,
            HumanOfActor = PersonId.TryParse(human) ?? linked.Human,
        };

        foreach (var command in (ProfessionalCommand.Link[])[new(null, true), new(Other, false)])
        {
            ProfessionalDecider
                .Decide(linked, command, context)
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("natural-person-own");
            ProfessionalDecider
                .Decide(linked, command, context with { HumanOfActor = Other })
                .Events.ShouldHaveSingleItem();
        }

        foreach (var command in (ProfessionalCommand.Link[])[new(null, false), new(Natural, false)])
        {
            ProfessionalDecider.Decide(linked, command, context).IsAccepted.ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_making_changing_and_cutting_of_a_link_is_audited_with_who_and_when_and_what_it_was()
    {
        var at = ProfessionalSamples.Context().Now;
        var state = StateOf(AccountState.Unknown);
        foreach (var wish in (ProfessionalCommand.Link[])[new(Natural, false), new(Other, false), new(null, true)])
        {
            at = at.AddDays(1);
            state = ProfessionalSamples.Decided(
                state,
                wish,
                ProfessionalSamples.Context() with
                {
                    Now = at,
                    IsNaturalPersonRegistered = true,
                }
            );
        }

        state
            .Audit.Select(entry => (entry.Number, entry.Action, entry.Detail))
            .ShouldBe([
                (1, "link-made", "to=p-natural"),
                (2, "link-changed", "from=p-natural; to=p-other"),
                (3, "link-cut", "from=p-other"),
            ]);
        state.Audit.ShouldAllBe(entry => entry.Actor == ProfessionalSamples.Registrar);
        state.Audit[^1].At.ShouldBe(at);

        // What changes nothing tells nothing.
        foreach (var wish in (ProfessionalCommand.Link[])[new(null, false), new(null, true)])
        {
            ProfessionalSamples.Decided(state, wish, ProfessionalSamples.Context()).ShouldBe(state);
        }
    }

    [Fact]
    public void A_linked_account_is_not_registered_and_files_nothing()
    {
        var linked = StateOf(AccountState.Linked);
        var register = new ProfessionalCommand.Register("张三", "11010519491231002X", Sample.Employer.Code.Value, null);
        var reserve = new ProfessionalCommand.ReserveDeclaration(ProfessionalSamples.IdOf("one"));

        foreach (var command in (ProfessionalCommand[])[register, reserve])
        {
            ProfessionalDecider
                .Decide(linked, command, ProfessionalSamples.Context())
                .Refusal.ShouldNotBeNull()
                .Code.ShouldBe("account-linked");
        }
    }

    [Fact]
    public void Nobody_is_linked_to_themself() =>
        Should.Throw<InvalidOperationException>(() =>
            ProfessionalDecider.Decide(
                StateOf(AccountState.Unknown),
                new ProfessionalCommand.Link(Sample.Person, false),
                ProfessionalSamples.Context()
            )
        );

    private static Professional StateOf(AccountState account) =>
        account switch
        {
            AccountState.Registered => ProfessionalSamples.Registered(),
            AccountState.Linked => Professional.Unknown(Sample.Person) with { NaturalPersonId = Natural },
            _ => Professional.Unknown(Sample.Person),
        };
}
