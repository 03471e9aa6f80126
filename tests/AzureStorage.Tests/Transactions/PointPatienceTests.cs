using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CeActors.AzureStorage.Transactions;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Transactions;

public sealed class PointPatienceTests
{
    // Nothing is sent to it.
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;";

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 2, 4)]
    [InlineData(2, 6, 8)]
    public void Each_try_is_given_twice_the_time_of_the_one_before(int retry, int passedSeconds, int seconds) =>
        PointPatience.LimitOf(retry, TimeSpan.FromSeconds(passedSeconds)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void All_tries_together_stay_within_the_limit_and_the_least_of_each()
    {
        var passed = TimeSpan.Zero;
        for (var retry = 0; retry < 6; retry++)
        {
            passed += PointPatience.LimitOf(retry, passed);
        }

        passed.ShouldBe(TableAccount.PointReadingLimit + 3 * PointPatience.Least);
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_given_more_time_at_each_try()
    {
        var transport = new BrokenTransport();
        var table = TableAccount.Connect(Nowhere, transport).Points.GetTableClient("Some");
        await Should.ThrowAsync<AggregateException>(() => table.GetEntityIfExistsAsync<TableEntity>("p", "r"));
        transport.Limits.Count.ShouldBe(6);
        transport.Limits[0].ShouldBe(TableAccount.PointRequestLimit);
        transport.Limits[1].ShouldBe(TableAccount.PointRequestLimit * 2);
        transport.Limits[2].ShouldBe(TableAccount.PointRequestLimit * 4);
        transport.Limits.ShouldAllBe(limit => limit <= TableAccount.PointReadingLimit);
    }

    private sealed class BrokenTransport : HttpPipelineTransport
    {
        private readonly HttpClientTransport _requests = new();

        public List<TimeSpan> Limits { get; } = [];

        public override Azure.Core.Request CreateRequest() => _requests.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Limits.Add(message.NetworkTimeout.ShouldNotBeNull());
            throw new RequestFailedException("The connection broke, says the test.", new IOException());
        }
    }
}
