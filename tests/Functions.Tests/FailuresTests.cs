using System.Net.Sockets;
using CeActors.Functions.Http;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>What an exception of a call means for whoever sent the request.</summary>
public sealed class FailuresTests
{
    public static TheoryData<Exception> OnTheWay =>
        [
            new TimeoutException("Response did not arrive on time."),
            // So the runtime says it of a call whose silo hung until the call's time was over.
            new OperationCanceledException("Message expired before placement could complete."),
            new TaskCanceledException(),
            new IOException(),
            new SocketException(),
            new HttpRequestException(),
            new Orleans.Runtime.OrleansException("Error from storage provider.", new InvalidOperationException()),
        ];

    [Theory]
    [MemberData(nameof(OnTheWay))]
    public void What_fails_on_the_way_has_an_unknown_outcome(Exception exception) =>
        Failures.KindOf(exception).ShouldBe(FailureKind.UnknownOutcome);

    [Fact]
    public void A_fault_of_a_grain_is_unexpected() =>
        Failures.KindOf(new InvalidOperationException("a bug")).ShouldBe(FailureKind.Unexpected);
}
