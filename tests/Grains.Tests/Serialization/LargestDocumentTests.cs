using System.Text;
using System.Text.Json;
using CeActors.AzureStorage;
using CeActors.Domain.Declarations;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>Whatever the limits allow must fit into a row of the storage: else a good command would fail, for ever.</summary>
public sealed class LargestDocumentTests(ITestOutputHelper output)
{
    /// <summary>The list of index rows lies in the same row as the document.</summary>
    private const int IndexRowsBytes = 16 * 1024;

    /// <summary>What takes the most bytes a character: ideographs, wide spaces, pairs, quotes, line breaks.</summary>
    public static TheoryData<string> Fillers => new() { "注", "\u3000", "𠮷", "\"", "\n", "\u200b" };

    [Theory]
    [MemberData(nameof(Fillers))]
    public void A_declaration_returned_as_often_as_can_be_and_filled_to_the_brim_can_be_stored(string filler)
    {
        var largest = new LargestDeclaration(filler);
        largest.ReturnAsOftenAsCanBe();
        largest.FillTheDraft();

        RequireToFit(largest.Document);
    }

    [Theory]
    [MemberData(nameof(Fillers))]
    public void A_declaration_sent_elsewhere_as_often_as_can_be_and_filled_to_the_brim_can_be_stored(string filler)
    {
        var largest = new LargestDeclaration(filler);
        largest.RerouteAsOftenAsCanBe();
        largest.FillTheDraft();

        RequireToFit(largest.Document);
    }

    [Fact]
    public void Every_character_is_stored_as_it_is_but_for_what_JSON_forbids_and_comes_back()
    {
        var text = new StringBuilder();
        for (var code = 0; code < 0x30000; code++)
        {
            if (code is < 0xD800 or > 0xDFFF)
            {
                text.Append(char.ConvertFromUtf32(code));
            }
        }

        var written = JsonSerializer.Serialize(text.ToString(), DocumentJson.Options);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(text.ToString(), DocumentJson.Options);

        JsonSerializer.Deserialize<string>(written, DocumentJson.Options).ShouldBe(text.ToString());
        JsonSerializer.Deserialize<string>(bytes, DocumentJson.Options).ShouldBe(text.ToString());
        written.ShouldContain("　");
        written.ShouldContain("𠮷");
        written.Split("\\u").Length.ShouldBeLessThan(' ' + 2);
    }

    [Fact]
    public void Half_a_pair_is_no_character_and_is_replaced()
    {
        var written = JsonSerializer.SerializeToUtf8Bytes("a\ud800b\udc00", DocumentJson.Options);

        JsonSerializer.Deserialize<string>(written, DocumentJson.Options).ShouldBe("a\ufffdb\ufffd");
    }

    private void RequireToFit(DeclarationDocument document)
    {
        document.State.Items.Length.ShouldBe(DeclarationLimits.ItemsMax);
        document.State.Evidence.Length.ShouldBe(DeclarationLimits.EvidenceMax);
        document.State.Imports.Length.ShouldBe(DeclarationLimits.ImportsMax);
        var bytes = Encoding.UTF8.GetByteCount(GoldenFiles.Serialize(document));

        output.WriteLine($"{bytes} bytes");
        bytes.ShouldBeLessThan(GroupCommitLimits.DocumentBytesMax - IndexRowsBytes);
    }
}
