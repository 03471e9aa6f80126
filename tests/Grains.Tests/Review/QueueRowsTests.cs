using CeActors.Contracts.Declarations;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review;

public sealed class QueueRowsTests
{
    private static readonly QueueEntry Entry = new(
        "001-abcdefghijklmnopqrstuvwxyz",
        7,
        "pabcdefghijklmnopqrstuvwx",
        "王小明",
        "E0001",
        "长沙市第一中学",
        DeclarationStatus.PendingEmployer,
        2021,
        2025,
        1440,
        null,
        new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        true
    );

    [Fact]
    public void A_line_comes_back_from_its_row_as_it_was()
    {
        QueueRows.Read(QueueRows.Waiting("E0001", Entry)).ShouldBe(Entry);
        QueueRows.Read(QueueRows.Passed("D0001", Entry)).ShouldBe(Entry);
    }

    [Fact]
    public void The_key_names_the_list_the_unit_and_the_declaration()
    {
        QueueRows.Waiting("E0001", Entry).Key.ShouldBe("w|E0001|001-abcdefghijklmnopqrstuvwxyz");
        QueueRows.Passed("D0001", Entry).Key.ShouldBe("p|D0001|001-abcdefghijklmnopqrstuvwxyz");
    }

    [Fact]
    public void No_unit_reads_rows_of_one_whose_code_starts_with_its_own()
    {
        QueueRows.Waiting("E00012", Entry).Key.StartsWith(QueueRows.WaitingPrefix("E0001")).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => QueueRows.WaitingPrefix("E0001|2"));
    }

    [Fact]
    public void A_row_without_a_column_is_a_format_error_that_names_it()
    {
        var columns = QueueRows.Waiting("E0001", Entry).Columns.Where(column => column.Key != "HeldSince");
        var damaged = new StoredRow("w|E0001|001-a", columns.ToDictionary());
        Should.Throw<FormatException>(() => QueueRows.Read(damaged)).Message.ShouldContain("HeldSince");
    }
}
