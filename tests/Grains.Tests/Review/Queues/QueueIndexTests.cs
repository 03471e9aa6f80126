using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Queues;

public sealed class QueueIndexTests
{
    private static readonly QueueQuery First = new(QueueSort.HeldSince, false, null, null, null, null, null, null, 50);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_comes_and_goes_every_page_and_count_equals_the_plain_model(int seed)
    {
        var random = new Random(seed);
        var samples = new SampleEntries(seed, employers: 30);
        var index = new QueueIndex();
        var model = new NaiveQueue();
        for (var step = 0; step < 6_000; step++)
        {
            var number = random.Next(2_500);
            if (random.Next(10) < 7)
            {
                var entry = samples.Next(number);
                index.Put(entry);
                model.Entries[entry.DeclarationId] = entry;
            }
            else
            {
                index.Remove(SampleEntries.IdOf(number)).ShouldBe(model.Entries.Remove(SampleEntries.IdOf(number)));
            }

            if (step % 60 == 0)
            {
                ShouldAgree(index, model, random);
            }
        }
    }

    [Fact]
    public void Names_are_sorted_by_pinyin()
    {
        var index = new QueueIndex();
        var samples = new SampleEntries(1);
        foreach (
            var (name, number) in new[] { "张伟", "安静", "李明", "王芳", "陈超", "欧阳锋" }.Select(
                (name, at) => (name, at)
            )
        )
        {
            index.Put(samples.Next(number) with { PersonName = name });
        }

        var page = index.Read(First with { Sort = QueueSort.PersonName }, false);
        page.Entries.Select(entry => entry.PersonName).ShouldBe(["安静", "陈超", "李明", "欧阳锋", "王芳", "张伟"]);
    }

    [Fact]
    public void Paging_meets_every_entry_once_though_others_come_and_go_and_the_last_one_seen_leaves()
    {
        var samples = new SampleEntries(7);
        var index = new QueueIndex();
        var staying = Enumerable.Range(0, 500).Select(number => samples.Next(number)).ToList();
        staying.ForEach(entry => index.Put(entry));
        var seen = new List<string>();
        var query = First with { Sort = QueueSort.EmployerName, PageSize = 7 };
        for (var number = 1_000; ; number++)
        {
            var page = index.Read(query, false);
            seen.AddRange(page.Entries.Select(entry => entry.DeclarationId));
            if (page.Next is null)
            {
                break;
            }

            index.Put(samples.Next(number));
            index.Remove(page.Entries[^1].DeclarationId);
            query = query with { After = page.Next };
        }

        seen.ShouldBeUnique();
        staying.Select(entry => entry.DeclarationId).ShouldBeSubsetOf(seen);
    }

    [Fact]
    public void A_cursor_of_another_order_or_of_nobody_is_refused()
    {
        var index = new QueueIndex();
        var samples = new SampleEntries(1);
        index.Put(samples.Next(1));
        index.Put(samples.Next(2));
        var next = index.Read(First with { PageSize = 1 }, false).Next.ShouldNotBeNull();

        QueueQueries.Check(First with { After = next }).ShouldBeNull();
        foreach (
            var query in new[]
            {
                First with
                {
                    After = next,
                    Descending = true,
                },
                First with
                {
                    After = next,
                    Sort = QueueSort.TotalHours,
                },
                First with
                {
                    After = "nonsense",
                },
                First with
                {
                    After = "%%%",
                },
                First with
                {
                    After = new string('A', QueueCursorLength + 1),
                },
            }
        )
        {
            QueueQueries.Check(query).ShouldNotBeNull().Problems.Single().Code.ShouldBe("cursor-invalid");
        }
    }

    [Fact]
    public void Page_size_and_text_are_refused_beyond_their_bounds()
    {
        QueueQueries.Check(First with { PageSize = QueueQueries.PageSizeMax }).ShouldBeNull();
        QueueQueries.Check(First with { PageSize = QueueQueries.PageSizeMax + 1 }).ShouldNotBeNull();
        QueueQueries.Check(First with { PageSize = 0 }).ShouldNotBeNull();
        QueueQueries.Check(First with { Text = new string('王', QueueQueries.TextCharactersMax) }).ShouldBeNull();
        QueueQueries
            .Check(First with { Text = new string('王', QueueQueries.TextCharactersMax + 1) })
            .ShouldNotBeNull();
        QueueQueries.Check(First with { Sort = (QueueSort)9 }).ShouldNotBeNull();
    }

    [Fact]
    public void Ages_are_whole_days_and_a_day_is_over_when_it_is_full()
    {
        var now = SampleEntries.Start;
        var samples = new SampleEntries(1);
        var index = new QueueIndex();
        double[] ages = [0, 0.999, 1, 2.999, 3, 6.999, 7, 14.999, 15, 400];
        foreach (var (age, number) in ages.Select((age, at) => (age, at)))
        {
            index.Put(samples.Next(number) with { HeldSince = now.AddDays(-age) });
        }

        var counts = index.CountAt(now, false);
        counts.ByAgeDays.ShouldBe([2, 2, 2, 2, 2]);
        counts.OldestSince.ShouldBe(now.AddDays(-400));
        counts.Total.ShouldBe(10);
        new QueueIndex().CountAt(now, false).OldestSince.ShouldBeNull();
    }

    [Fact]
    public void An_employer_that_changed_its_name_is_counted_once()
    {
        var samples = new SampleEntries(1);
        var index = new QueueIndex();
        index.Put(samples.Next(1) with { EmployerCode = "E1", EmployerName = "旧名" });
        index.Put(samples.Next(2) with { EmployerCode = "E1", EmployerName = "新名" });
        index.Put(samples.Next(3) with { EmployerCode = "E1", EmployerName = "新名" });
        var counted = index.CountAt(SampleEntries.Start, false).ByEmployer.Single();
        counted.ShouldBe(new EmployerCount(new UnitReference("E1", "新名"), 3));
    }

    [Fact]
    public void Statuses_are_counted_as_the_lines_are_now_and_those_without_a_line_are_left_out()
    {
        var samples = new SampleEntries(1);
        var index = new QueueIndex();
        index.Put(samples.Next(1) with { Status = DeclarationStatus.Revoked });
        index.Put(samples.Next(2) with { Status = DeclarationStatus.Recognised });
        index.Put(samples.Next(3) with { Status = DeclarationStatus.Recognised });
        index.Put(samples.Next(3) with { Status = DeclarationStatus.Returned });
        index.Remove(SampleEntries.IdOf(1));

        var counts = index.CountByStatus(true);
        counts.Total.ShouldBe(2);
        counts.IsLoading.ShouldBeTrue();
        counts.ByStatus.ShouldBe([
            new StatusCount(DeclarationStatus.Recognised, 1),
            new StatusCount(DeclarationStatus.Returned, 1),
        ]);
        new QueueIndex().CountByStatus(false).ByStatus.ShouldBeEmpty();
    }

    private static int QueueCursorLength => 2_000;

    private static void ShouldAgree(QueueIndex index, NaiveQueue model, Random random)
    {
        var query = new QueueQuery(
            (QueueSort)random.Next(5),
            random.Next(2) == 0,
            random.Next(3) switch
            {
                0 => "王",
                1 => "00000012",
                _ => null,
            },
            random.Next(3) == 0 ? $"E{random.Next(30):d5}" : null,
            random.Next(3) == 0 ? random.Next(2019, 2026) : null,
            random.Next(3) == 0 ? random.Next(2) == 0 : null,
            random.Next(3) == 0 ? SampleEntries.Start.AddDays(random.Next(33)) : null,
            null,
            random.Next(1, 200)
        );
        var expected = model.Matching(query);
        var read = new List<QueueEntry>();
        do
        {
            var page = index.Read(query, false);
            page.MatchCount.ShouldBe(expected.Length);
            page.TotalCount.ShouldBe(model.Entries.Count);
            read.AddRange(page.Entries);
            query = query with { After = page.Next };
        } while (query.After is not null);

        read.ShouldBe(expected);
        var now = SampleEntries.Start.AddDays(random.Next(60));
        var counts = index.CountAt(now, false);
        counts.ByAgeDays.ShouldBe(model.CountsByAge(now));
        counts
            .ByEmployer.Select(employer => (employer.Employer.Code, employer.Count))
            .ShouldBe(model.LargestEmployers());
    }
}
