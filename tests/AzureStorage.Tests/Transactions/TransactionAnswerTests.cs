using System.Text;
using CeActors.AzureStorage.Transactions;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Transactions;

public sealed class TransactionAnswerTests
{
    [Fact]
    public void Each_row_has_its_own_etag_and_a_deleted_row_none()
    {
        Read(Part("204 No Content", "etag: W/\"1\""), Part("204 No Content"), Part("201 Created", "ETag:W/\"3\""))
            .ShouldBe(["W/\"1\"", null, "W/\"3\""]);
    }

    [Theory]
    [InlineData("12:The update condition was not satisfied.", 12)]
    [InlineData("The table does not exist.", null)]
    [InlineData("-1:No.", null)]
    [InlineData(":No.", null)]
    public void A_refusal_names_its_row_where_the_service_does(string message, int? index)
    {
        var error = $"{{\"odata.error\":{{\"code\":\"Code\",\"message\":{{\"lang\":\"x\",\"value\":\"{message}\"}}}}}}";
        var refusal = Should.Throw<TransactionRefusedException>(() => Read(Part("412 No") + error));
        refusal.Status.ShouldBe(412);
        refusal.ErrorCode.ShouldBe("Code");
        refusal.Index.ShouldBe(index);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{not json}")]
    [InlineData("{\"error\":1}")]
    [InlineData("{\"odata.error\":[]}")]
    [InlineData("<xml/>")]
    public void A_refusal_without_a_known_body_is_a_refusal(string error)
    {
        var refusal = Should.Throw<TransactionRefusedException>(() => Read(Part("400 No") + error));
        refusal.Status.ShouldBe(400);
        refusal.Index.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 204 No Content")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")]
    public void An_answer_that_is_not_understood_leaves_the_outcome_open(string body) =>
        Should.Throw<InvalidDataException>(() => TransactionAnswer.Read(Encoding.UTF8.GetBytes(body), 2));

    private static string Part(string status, string header = "X-Header: x") =>
        $"--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 {status}\r\nA: b\r\n{header}\r\n\r\n\r\n";

    private static IReadOnlyList<string?> Read(params string[] parts) =>
        TransactionAnswer.Read(Encoding.UTF8.GetBytes(string.Concat(parts)), parts.Length);
}
