using System.Net;
using CeActors.Local.Http;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>The individual's part of the guide: draft, items of each year, imported hours, evidence, submission, correction.</summary>
public sealed class Filing(
    Stage stage,
    ProvincePerson person,
    Player player,
    IReadOnlyList<int> years,
    EvidenceUpload upload
)
{
    private const string WrongHours = "四十";
    private readonly List<string> _professionalItems = [];

    /// <summary>Id of the declaration; empty before it is opened.</summary>
    public string DeclarationId { get; private set; } = "";

    private string Path => $"/api/declarations/{DeclarationId}";

    /// <summary>Guide steps 5 and 6: a new declaration with its head.</summary>
    public async Task OpenAsync(CancellationToken stopping)
    {
        stage.Act("个人：新增学时核认申报", "The professional opens a declaration");
        var opened = (
            await player.Client.ChangeAsync(HttpMethod.Post, "/api/declarations", new { }, stopping)
        ).Required();
        DeclarationId = opened.Text("declarationId");
        Stage.Expect(opened.Text("status") == "draft", "a new declaration is a draft.");
        stage.Step(player.Label, $"新增申报 {DeclarationId}（草稿）", $"opened declaration {DeclarationId}, a draft");
        (await SendAsync(HttpMethod.Put, $"{Path}/head", Script.Head(person, years), stopping)).Required();
        stage.Step(
            player.Label,
            $"填写申报信息，核认跨度 {years[0]}–{years[^1]}",
            $"filled in the head, span {years[0]}–{years[^1]}"
        );
    }

    /// <summary>Guide step 7 for each year: imported rows ticked and confirmed, items typed, the first one with a wrong value.</summary>
    public async Task FillYearsAsync(CancellationToken stopping)
    {
        stage.Act("个人：五个年度的明细", "Items of five years, imported hours confirmed");
        for (var index = 0; index < years.Count; index++)
        {
            var year = years[index];
            var confirmed = await ConfirmImportsAsync(year, stopping);
            (await SendAsync(HttpMethod.Post, $"{Path}/items", Script.General(year), stopping)).Required();
            var hours = index == 0 ? WrongHours : Script.Hours(Script.TypedProfessionalHours(index));
            var added = (
                await SendAsync(HttpMethod.Post, $"{Path}/items", Script.Professional(year, hours), stopping)
            ).Required();
            _professionalItems.Add(added.Text("createdId"));
            stage.Step(
                player.Label,
                $"{year} 年：确认平台学时 {confirmed} 条，填写公需、专业明细各一条（专业 {hours} 学时）",
                $"{year}: confirmed {confirmed} imported records, typed one general and one professional item ({hours} hours)"
            );
        }
    }

    /// <summary>A draft keeps what was typed, lists the problem, and is not taken until it is mended.</summary>
    public async Task MendWrongValueAsync(CancellationToken stopping)
    {
        stage.Act("个人：草稿保留填错的内容并指出问题", "A draft keeps a wrong value and says what is wrong");
        var draft = (await player.Client.GetAsync(Path, stopping)).Required();
        var kept = draft.List("items").Single(item => item["itemId"]!.ToString() == _professionalItems[0]);
        Stage.Expect(
            kept["item"]!["hours"]!.ToString() == WrongHours,
            $"the draft keeps the hours '{WrongHours}' as typed."
        );
        var place = $"/items/{_professionalItems[0]}/hours";
        var problem = draft.List("problems").FirstOrDefault(problem => problem["path"]!.ToString() == place);
        Stage.Expect(
            problem is not null,
            $"the draft lists a problem at {place}; it lists {draft["problems"]?.ToJsonString()}."
        );
        stage.Step(
            player.Label,
            $"查看草稿：“{WrongHours}”仍在，{problem!["chinese"]}",
            $"sees the draft: the value is kept; {problem["english"]}"
        );
        var refused = await SendAsync(HttpMethod.Post, $"{Path}/submission", null, stopping);
        Stage.Expect(
            refused.Status == HttpStatusCode.UnprocessableEntity,
            $"a submission with problems is 422, not {(int)refused.Status}."
        );
        stage.Step(
            player.Label,
            $"提交被拒绝（422）：{refused["chinese"]}",
            $"submission refused (422): {refused["english"]}"
        );
        var hours = Script.Hours(Script.TypedProfessionalHours(0));
        await ChangeFirstYearAsync(Script.Professional(years[0], hours), stopping);
        stage.Step(player.Label, $"改为 {hours} 学时并保存", $"mended it to {hours} hours");
    }

    /// <summary>Guide step 8: evidence for each year, straight to the storage.</summary>
    public async Task UploadEvidenceAsync(CancellationToken stopping)
    {
        stage.Act("个人：上传各年度证明材料", "Evidence for each year, uploaded straight to the storage");
        for (var index = 0; index < years.Count; index++)
        {
            var hours = Script.Hours(Script.TypedProfessionalHours(index));
            EvidenceFile[] files =
            [
                EvidenceFiles.Certificate(person, years[index], hours),
                .. index % 2 == 0 ? [EvidenceFiles.Scan(person, years[index])] : Array.Empty<EvidenceFile>(),
            ];
            foreach (var file in files)
            {
                await upload.SendAsync(player.Client, DeclarationId, years[index], file, stopping);
                stage.Step(
                    player.Label,
                    $"{years[index]} 年：{file.Name}（{file.Bytes.Length} 字节）已上传、核对并归档",
                    $"{years[index]}: {file.Name} ({file.ContentType}, {file.Bytes.Length} bytes) uploaded, checked and bound"
                );
            }
        }
    }

    /// <summary>提交.</summary>
    public async Task SubmitAsync(CancellationToken stopping)
    {
        stage.Act("个人：提交", "The professional submits");
        var receipt = (await SendAsync(HttpMethod.Post, $"{Path}/submission", null, stopping)).Required();
        Stage.Expect(receipt.Text("status") == "pendingEmployer", "a submitted declaration waits for the employer.");
        Stage.Expect(receipt.Text("holderUnitCode") == person.Employer.Code, "the employer holds it.");
        stage.Step(
            player.Label,
            $"已提交，待 {person.Employer.Name} 审核（第 {receipt["version"]} 版）",
            $"submitted; it waits at {person.Employer.Code} (version {receipt["version"]})"
        );
        var locked = await SendAsync(HttpMethod.Put, $"{Path}/head", Script.Head(person, years), stopping);
        Stage.Expect(
            locked.Status == HttpStatusCode.Conflict,
            $"a submitted declaration is locked (409), not {(int)locked.Status}."
        );
        stage.Note("提交后无法修改 · locked after submission (409)");
    }

    /// <summary>Reads the reason of the return, corrects what it names and submits again.</summary>
    public async Task CorrectAsync(string reason, CancellationToken stopping)
    {
        stage.Act("个人：按退回原因修改并重新提交", "The professional corrects and submits again");
        var returned = (await player.Client.GetAsync(Path, stopping)).Required();
        var last = returned.List("history")[^1];
        Stage.Expect(
            returned.Text("status") == "returned" && last["reason"]?.ToString() == reason,
            "the person sees the return and its reason."
        );
        stage.Step(player.Label, $"看到退回原因：{reason}", $"sees why {last["unit"]?["code"]} returned it");
        var corrected = Script.Professional(years[0], Script.Hours(Script.TypedProfessionalHours(0))) with
        {
            Organiser = "湖南省云麓专业技术人员培训中心（长沙校区）",
        };
        await ChangeFirstYearAsync(corrected, stopping);
        stage.Step(player.Label, $"补充 {years[0]} 年主办单位全称", $"completed the organiser's name for {years[0]}");
    }

    private async Task ChangeFirstYearAsync(ScriptItem item, CancellationToken stopping)
    {
        var changed = (
            await SendAsync(HttpMethod.Put, $"{Path}/items/{_professionalItems[0]}", item, stopping)
        ).Required();
        var left = changed
            .List("problems")
            .Where(problem => problem["path"]!.ToString().StartsWith("/items/", StringComparison.Ordinal))
            .ToList();
        Stage.Expect(left.Count == 0, $"no item has a problem any more; left: {string.Join("; ", left)}");
    }

    private async Task<int> ConfirmImportsAsync(int year, CancellationToken stopping)
    {
        var rows = (await player.Client.GetAsync($"/api/imported-hours?year={year}", stopping)).Required().List("rows");
        var ids = rows.Select(row => row["record"]!["recordId"]!.ToString()).ToList();
        Stage.Expect(ids.Count == 2, $"the platform reported two records for {year}; there are {ids.Count}.");
        (
            await SendAsync(HttpMethod.Put, $"{Path}/imported-hours/{year}", new { RecordIds = ids }, stopping)
        ).Required();
        return ids.Count;
    }

    // Every change is decided on what was just seen: the tag of the declaration as it is now.
    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, CancellationToken stopping)
    {
        var seen = (await player.Client.GetAsync(Path, stopping)).Required();
        return await player.Client.ChangeAsync(method, path, body, stopping, tag: seen.Tag);
    }
}
