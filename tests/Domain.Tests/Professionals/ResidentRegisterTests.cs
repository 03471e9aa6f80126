using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Tests.Professionals;

public sealed class ResidentRegisterTests
{
    private const string Digest = "abcdef00000000000000000000000001";
    private static readonly PersonId One = PersonId.Parse("p-one");
    private static readonly PersonId Other = PersonId.Parse("p-other");

    [Fact]
    public void A_number_is_reserved_for_one_person_who_may_reserve_it_again()
    {
        var register = Reserved(ResidentRegister.Empty, Digest, One);
        register.Of(Digest).ShouldBe(new ResidentReservation(Digest, One, 1));

        var again = Reserved(register, Digest, One);

        again.Reservations.ShouldHaveSingleItem().Number.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => again.Reserve(Digest, Other));
    }

    [Fact]
    public void A_reservation_goes_by_its_own_number_or_a_later_one_and_for_its_own_person_alone()
    {
        var register = Reserved(Reserved(ResidentRegister.Empty, Digest, One), Digest, One);

        register.Release(Digest, One, 1).ShouldBeSameAs(register, "it was reserved anew since");
        register.Release(Digest, Other, 9).ShouldBeSameAs(register);
        register.Release(Digest.Replace('1', '2'), One, 9).ShouldBeSameAs(register);
        var free = register.Release(Digest, One, 2);
        free.Of(Digest).ShouldBeNull();
        Reserved(free, Digest, Other).Of(Digest)!.Number.ShouldBe(3, "numbers are never given twice");
    }

    [Fact]
    public void A_register_ends_at_its_bound_and_who_is_in_it_is_not_turned_away()
    {
        var register = ResidentRegister.Empty;
        for (var number = 0; number < ResidentRegister.ReservationsMax; number++)
            register = Reserved(register, $"abcdef{number:D26}", One);

        register.Reserve("abcdefabcdef", One).Refusal.ShouldNotBeNull().Code.ShouldBe("resident-register-full");
        Reserved(register, $"abcdef{0:D26}", One).Reservations.Length.ShouldBe(ResidentRegister.ReservationsMax);
    }

    [Fact]
    public void A_digest_is_of_the_number_as_it_is_kept_and_its_key_says_nothing()
    {
        var upper = ResidentId.TryParse("11010519491231002X", new DateOnly(2026, 1, 1))!;
        var lower = ResidentId.TryParse("11010519491231002x", new DateOnly(2026, 1, 1))!;

        lower.RegisterDigest.ShouldBe(upper.RegisterDigest);
        upper.RegisterDigest.Length.ShouldBe(ResidentId.RegisterDigestLength);
        // 16,777,216 keys for some hundred million million numbers.
        ResidentRegister.KeyOf(upper.RegisterDigest).ShouldBe(upper.RegisterDigest[..6]);
    }

    [Fact]
    public void A_digest_never_changes_or_nobody_would_be_found() =>
        ResidentId
            .TryParse("11010519491231002X", new DateOnly(2026, 1, 1))!
            .RegisterDigest.ShouldBe(
                Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData("resident-id\n11010519491231002X"u8)
                )[..32]
            );

    private static ResidentRegister Reserved(ResidentRegister register, string digest, PersonId person) =>
        register.Reserve(digest, person).Value.ShouldNotBeNull();
}
