using Shouldly;
using Xunit;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>Who writes at all, read from the built assemblies: whoever adds a place must come here and give it its cases.</summary>
public sealed class WriteCallSiteTests
{
    [Fact]
    public void Grains_write_their_document_in_one_place_and_reminders_in_two() =>
        CallSites
            .Of(
                typeof(Grains.Storage.StorageNames).Assembly.Location,
                new HashSet<string>
                {
                    "WriteStateAsync",
                    "ClearStateAsync",
                    "RegisterOrUpdateReminder",
                    "UnregisterReminder",
                }
            )
            .ShouldBe(["BatchReviewGrain.ReceiveReminder", "BatchReviewGrain.StartAsync", "StoredDocument.WriteAsync"]);
}
