using System.Globalization;
using System.Net;
using CeActors.Local.Http;

namespace CeActors.Local.Demo;

/// <summary>The last part of the guide: choose the years, query, issue, download, and let anyone verify.</summary>
public sealed class Statement(Stage stage, Player player, ApiClient anyone, string outFolder)
{
    private const decimal QuarterHoursPerHour = 4;

    /// <summary>Guide steps 10 to 13.</summary>
    public async Task IssueAsync(IReadOnlyList<int> years, CancellationToken stopping)
    {
        stage.Act("个人：打印学时认定单", "The recognition statement");
        var recognised = (
            await player.Client.GetAsync($"/api/recognised-hours?fromYear={years[0]}&toYear={years[^1]}", stopping)
        ).Required();
        var rows = recognised.List("years").Select(row => row["summary"]!).ToList();
        Stage.Expect(
            rows.Select(row => row["year"]!.GetValue<int>()).SequenceEqual(years),
            $"{years.Count} years are recognised: {recognised.Body}"
        );
        stage.Step(
            player.Label,
            $"查询 {years[0]}–{years[^1]} 年已核认学时",
            $"queried the recognised hours of {years[0]}–{years[^1]}"
        );
        foreach (var row in rows)
        {
            var (general, professional) = (
                Hours(row["generalQuarterHours"]!.GetValue<int>()),
                Hours(row["professionalQuarterHours"]!.GetValue<int>())
            );
            stage.Note($"{row["year"]} 公需 general {general} + 专业 professional {professional}");
        }

        var wish = new { FromYear = years[0], ToYear = years[^1] };
        var issued = (await player.Client.ChangeAsync(HttpMethod.Post, "/api/statements", wish, stopping)).Required();
        var (number, code) = (issued.Text("content.number"), issued.Text("content.code"));
        stage.Step(player.Label, $"生成学时认定单 {number}", $"statement {number} issued");
        await DownloadAsync(number, stopping);
        await VerifyAsync(number, code, stopping);
    }

    private async Task DownloadAsync(string number, CancellationToken stopping)
    {
        var paper = (await player.Client.GetAsync($"/api/statements/{number}/pdf", stopping));
        var bytes = paper.Required().Bytes;
        Stage.Expect(bytes.AsSpan().StartsWith("%PDF-"u8), "the statement is a PDF.");
        Directory.CreateDirectory(outFolder);
        var file = Path.Combine(outFolder, "statement.pdf");
        await File.WriteAllBytesAsync(file, bytes, stopping);
        stage.Step(player.Label, $"下载认定单：{file}（{bytes.Length} 字节）", $"downloaded it to {file}");
    }

    private async Task VerifyAsync(string number, string code, CancellationToken stopping)
    {
        const string Anyone = "[任何人 anyone]";
        var verified = (await anyone.GetAsync($"/api/verification/{number}?code={code}", stopping)).Required();
        Stage.Expect(!verified["isRevoked"]!.GetValue<bool>(), "the statement stands.");
        stage.Step(
            Anyone,
            $"凭编号和验证码核验：{verified["maskedName"]}，{verified["agencyName"]}，有效",
            $"verified it by number and code: valid, {verified.List("years").Count} years"
        );
        var wrong = await anyone.GetAsync($"/api/verification/{number}?code={new string('0', code.Length)}", stopping);
        Stage.Expect(
            wrong.Status == HttpStatusCode.NotFound,
            $"a wrong code finds nothing (404), not {(int)wrong.Status}."
        );
        stage.Note("验证码错误则查无此单 · a wrong code finds nothing (404)");
    }

    private static string Hours(int quarterHours) =>
        (quarterHours / QuarterHoursPerHour).ToString("0.##", CultureInfo.InvariantCulture);
}
