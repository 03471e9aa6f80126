using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Declarations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

public sealed class UnitNoticesTests
{
    private static readonly DeclarationLocation Location = new("000-abcdefghijklmnopqrstuvwxyz", 2, null, null);
    private readonly FakeTimeProvider _time = new();
    private readonly IGrainFactory _grains = Substitute.For<IGrainFactory>();

    [Fact]
    public async Task A_unit_that_does_not_answer_holds_a_command_up_for_half_a_second_and_no_longer()
    {
        Settling("SLOW", new TaskCompletionSource().Task);
        var telling = Notices().TellAsync(Location, [("SLOW", null)]);
        _time.Advance(UnitNotices.NoticeWaitMax - TimeSpan.FromMilliseconds(1));
        telling.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await telling;
    }

    [Fact]
    public async Task A_unit_that_fails_fails_no_command_and_keeps_no_other_unit_from_hearing()
    {
        var told = false;
        Settling("BROKEN", Task.FromException(new TimeoutException()));
        Settling("WELL", Task.CompletedTask, () => told = true);
        await Notices().TellAsync(Location, [("BROKEN", null), ("WELL", null)]);
        told.ShouldBeTrue();
    }

    private UnitNotices Notices() => new(_grains, _time, HandingRules.Design, NullLogger<UnitNotices>.Instance);

    private void Settling(string code, Task answer, Action? heard = null)
    {
        var unit = Substitute.For<IReviewUnit>();
        unit.SettleAsync(Location, null)
            .Returns(_ =>
            {
                heard?.Invoke();
                return answer;
            });
        _grains.GetGrain<IReviewUnit>(code).Returns(unit);
    }
}
