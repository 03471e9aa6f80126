using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

public sealed class ExceptionTests
{
    private static readonly GrainId Grain = GrainId.Create("note", "key");

    public static TheoryData<Exception> All =>
        [
            new ChangeTooLargeException(Grain, "bound"),
            new StorageOverloadedException("busy"),
            new WriteRefusedException(Grain, "reason"),
            new WriteOutcomeUnknownException(Grain, "reason"),
            new StoredDocumentUnreadableException(Grain, "note", "reason"),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public void An_exception_reaches_the_caller_of_a_grain_as_itself(Exception exception)
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var there = serializer.Deserialize<Exception>(serializer.SerializeToArray(exception));
        there.ShouldBeOfType(exception.GetType());
        there.Message.ShouldBe(exception.Message);
    }
}
