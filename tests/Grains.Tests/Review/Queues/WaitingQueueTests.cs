using CeActors.Contracts.Declarations;
using CeActors.Grains.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Queues;

/// <summary>What a unit concludes from what it is told, case by case; D is the declaration, this unit is A.</summary>
public sealed class WaitingQueueTests
{
    private const string A = "A";
    private const string B = "B";
    private readonly WaitingQueue _queue = new(A);
    private readonly SampleEntries _samples = new(1);
    private DateTimeOffset _now = SampleEntries.Start;

    private static string D => SampleEntries.IdOf(1);

    private bool IsListed => _queue.List.Entries.Find(D) is not null;

    [Fact]
    public void An_arrival_is_listed_only_once_it_is_committed()
    {
        _queue.AnnounceArrival(D, 2, _now);
        IsListed.ShouldBeFalse();
        _queue.CountWithArrivals.ShouldBe(1);
        _queue.Settle(HeldBy(A, 2), _now);
        IsListed.ShouldBeTrue();
        _queue.CountWithArrivals.ShouldBe(1);
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void A_departure_stays_listed_until_it_is_committed()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        IsListed.ShouldBeTrue();
        _queue.Settle(HeldBy(B, 3), _now);
        IsListed.ShouldBeFalse();
        _queue.PendingCount.ShouldBe(0);
        _queue.LastNextUnitCode.ShouldBe(B);
    }

    [Fact]
    public void A_movement_that_came_to_nothing_leaves_everything_as_it_was()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.Settle(HeldBy(A, 2) with { AbandonedVersion = 3 }, _now);
        IsListed.ShouldBeTrue();
        _queue.PendingCount.ShouldBe(0);
        _queue.LastNextUnitCode.ShouldBeNull();
    }

    [Fact]
    public void An_old_outcome_that_comes_late_does_not_end_the_wait_for_a_newer_one()
    {
        _queue.AnnounceArrival(D, 2, _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.Settle(HeldBy(A, 2), _now); // the outcome of the arrival, overtaken by the next announcement
        _queue.Settle(HeldBy(A, 2) with { AbandonedVersion = 2 }, _now);
        _queue.PendingCount.ShouldBe(1);
        _now += QueueLimits.OutcomeAwaited;
        _queue.TakeDue(_now, 1).ShouldBe([(D, 3)]);
    }

    [Fact]
    public void One_attempt_that_came_to_nothing_does_not_end_the_wait_for_another()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.Settle(HeldBy(A, 2) with { AbandonedVersion = 3 }, _now);
        _queue.PendingCount.ShouldBe(1);
    }

    [Fact]
    public void A_movement_that_overtakes_an_earlier_one_tells_that_its_outcome_was_missed()
    {
        _queue.AnnounceArrival(D, 2, _now).ShouldBeFalse();
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now).ShouldBeFalse("the arrival was heard of");
        _queue.AnnounceDeparture(D, 3, B, _now).ShouldBeFalse("it is announced once more, and decides nothing");
        _queue.AnnounceDeparture(D, 4, null, _now).ShouldBeTrue("version 3 was committed, for 4 follows it");
        _queue.AnnounceDeparture(D, 3, B, _now).ShouldBeFalse("it comes late");
        _queue.AnnounceArrival(D, 6, _now).ShouldBeTrue();
    }

    [Fact]
    public void What_is_older_than_known_changes_nothing()
    {
        _queue.Settle(HeldBy(A, 4), _now);
        _queue.Settle(HeldBy(B, 3), _now);
        _queue.Settle(HeldBy(A, 2), _now);
        IsListed.ShouldBeTrue();
        _queue.List.KnownVersionOf(D).ShouldBe(4);
    }

    [Fact]
    public void A_declaration_that_went_to_another_unit_and_back_stays_though_the_old_outcomes_come_late()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.AnnounceArrival(D, 4, _now);
        _queue.Settle(HeldBy(A, 4), _now);
        _queue.Settle(HeldBy(B, 3), _now);
        IsListed.ShouldBeTrue();
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.List.Entries.Find(D)!.Version.ShouldBe(4);
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void A_departure_is_remembered_against_late_words_and_old_rows()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.Settle(HeldBy(B, 3), _now);
        _queue.Settle(HeldBy(A, 2), _now);
        IsListed.ShouldBeFalse();
        Read(Entry(2));
        IsListed.ShouldBeFalse();
    }

    [Fact]
    public void A_departure_is_forgotten_after_its_time()
    {
        _queue.Settle(HeldBy(B, 3), _now);
        _queue.List.DeparturesRemembered.ShouldBe(1);
        _now += QueueLimits.DepartureRemembered;
        _queue.List.Forget(_now);
        _queue.List.DeparturesRemembered.ShouldBe(1);
        _queue.List.Forget(_now.AddTicks(1));
        _queue.List.DeparturesRemembered.ShouldBe(0);
    }

    [Fact]
    public void No_more_departures_are_remembered_than_the_bound_but_none_is_lost_to_a_reading_under_way()
    {
        var list = new VersionedList();
        for (var number = 0; number < QueueLimits.DeparturesRememberedMax + 10; number++)
        {
            list.Drop(SampleEntries.IdOf(number), 2, _now);
        }

        list.DeparturesRemembered.ShouldBe(QueueLimits.DeparturesRememberedMax);
        list.BeginReading(_now);
        for (var number = 0; number < 10; number++)
        {
            list.Drop($"later-{number}", 2, _now);
        }

        list.KnownVersionOf("later-0").ShouldBe(2);
    }

    [Fact]
    public void Nobody_is_asked_before_five_seconds_and_each_only_once_at_a_time()
    {
        _queue.AnnounceArrival(D, 2, _now);
        _queue.TakeDue(_now + QueueLimits.OutcomeAwaited - TimeSpan.FromTicks(1), 10).ShouldBeEmpty();
        _queue.TakeDue(_now + QueueLimits.OutcomeAwaited, 0).ShouldBeEmpty();
        _queue.TakeDue(_now + QueueLimits.OutcomeAwaited, 10).Single().ShouldBe((D, 2));
        _queue.TakeDue(_now + QueueLimits.OutcomeAwaited, 10).ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_that_it_is_held_here_keeps_it_whatever_the_version()
    {
        _queue.AnnounceDeparture(D, 3, B, _now);
        Ask();
        _queue.Answer(D, 3, HeldBy(A, 9), _now).ShouldBeFalse();
        IsListed.ShouldBeTrue();
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void An_answer_that_it_is_elsewhere_at_a_later_version_drops_it()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        Ask();
        _queue.Answer(D, 3, HeldBy(B, 3), _now).ShouldBeFalse();
        IsListed.ShouldBeFalse();
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void While_the_commit_may_yet_land_it_is_asked_again_for_a_minute_and_then_the_rows_are_read()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        var asked = 0;
        var mustRead = false;
        while (!mustRead)
        {
            Ask();
            asked++;
            mustRead = _queue.Answer(D, 3, asked % 2 == 0 ? null : HeldBy(A, 2), _now);
        }

        asked.ShouldBe(12);
        IsListed.ShouldBeTrue();
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void An_announcement_of_what_is_known_to_have_happened_is_not_awaited()
    {
        _queue.Settle(HeldBy(B, 3), _now);
        _queue.AnnounceDeparture(D, 3, B, _now);
        _queue.AnnounceArrival(D, 2, _now);
        _queue.PendingCount.ShouldBe(0);
    }

    [Fact]
    public void Announcements_are_bounded()
    {
        for (var number = 0; number < QueueLimits.PendingMax; number++)
        {
            _queue.IsPendingFull.ShouldBeFalse();
            _queue.AnnounceArrival(SampleEntries.IdOf(number), 2, _now);
        }

        _queue.IsPendingFull.ShouldBeTrue();
        _queue.CountWithArrivals.ShouldBe(QueueLimits.PendingMax);
    }

    [Fact]
    public void What_happens_while_rows_are_read_wins_over_the_rows()
    {
        var list = _queue.List;
        list.BeginReading(_now);
        _queue.Settle(HeldBy(B, 3), _now); // left after its row was read, before it was merged
        list.Merge(Entry(2));
        list.Merge(_samples.Next(2, version: 5));
        _queue.Settle(Location(2, A, 7), _now); // came back meanwhile; the row read is of its first stay
        _queue.Settle(Location(3, A, 1), _now); // came after the reading had passed its place
        list.EndReading(_now);

        IsListed.ShouldBeFalse();
        list.Entries.Find(SampleEntries.IdOf(2))!.Version.ShouldBe(7);
        list.Entries.Find(SampleEntries.IdOf(3)).ShouldNotBeNull();
        list.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public void A_full_reading_drops_what_has_no_row_and_a_failed_one_drops_nothing()
    {
        _queue.Settle(HeldBy(A, 2), _now);
        _queue.List.BeginReading(_now);
        _queue.List.AbandonReading();
        IsListed.ShouldBeTrue();
        _queue.List.IsLoaded.ShouldBeFalse();

        Read(_samples.Next(5));
        IsListed.ShouldBeFalse();
        _queue.List.IsLoaded.ShouldBeTrue();
        _queue.Settle(HeldBy(A, 2), _now); // a late word of the stay that has ended
        IsListed.ShouldBeFalse();
        _queue.Settle(HeldBy(A, 4), _now);
        IsListed.ShouldBeTrue();
    }

    [Fact]
    public void Whatever_the_order_of_words_and_readings_the_list_ends_equal_to_the_rows()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            new WaitingQueueStory(seed).Run();
        }
    }

    private void Ask()
    {
        _now += QueueLimits.OutcomeAwaited;
        _queue.TakeDue(_now, 10).Count.ShouldBe(1);
    }

    private void Read(params QueueEntry[] rows)
    {
        _queue.List.BeginReading(_now);
        foreach (var row in rows)
        {
            _queue.List.Merge(row);
        }

        _queue.List.EndReading(_now);
    }

    private QueueEntry Entry(long version) => _samples.Next(1, version);

    private DeclarationLocation HeldBy(string unit, long version) => Location(1, unit, version);

    private DeclarationLocation Location(int number, string unit, long version) =>
        new(SampleEntries.IdOf(number), version, unit, _samples.Next(number, version));
}
