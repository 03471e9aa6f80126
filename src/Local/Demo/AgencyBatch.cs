using CeActors.Local.Identity;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>The agency's part of the guide: several declarations recognised in one batch (批量审核).</summary>
public sealed class AgencyBatch(Stage stage, Reviewing reviewing, Accounts accounts)
{
    /// <summary>Files a small declaration of confirmed imported hours in one request and passes it as far as the agency.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> FileCompanionAsync(ProvincePerson person, int year, CancellationToken stopping)
    {
        var player = Player.Of(person, accounts);
        var body = new
        {
            Head = Script.Head(person, [year]),
            ConfirmedImports = new[]
            {
                new
                {
                    Year = year,
                    RecordIds = person.Imported.Where(record => record.Year == year).Select(record => record.RecordId),
                },
            },
            Submit = true,
        };
        var filed = (await player.Client.ChangeAsync(HttpMethod.Post, "/api/declarations", body, stopping)).Required();
        var id = filed.Text("declarationId");
        await reviewing.PassToAgencyAsync(person.Employer, id, stopping);
        stage.Step(
            player.Label,
            $"一次性填报并提交 {year} 年平台学时，单位已通过，到达经办机构",
            $"filed {year} in one request; passed as far as the agency"
        );
        return id;
    }

    /// <summary>Recognises all of them and watches the progress.</summary>
    public async Task RecogniseAsync(Player agency, IReadOnlyList<string> declarationIds, CancellationToken stopping)
    {
        stage.Act("人社部门：批量审核", "The agency recognises a batch");
        var items = new List<object>();
        foreach (var id in declarationIds)
        {
            var declaration = await reviewing.OpenAsync(agency, id, stopping);
            items.Add(new { DeclarationId = id, Version = declaration.Number("version") });
        }

        var body = new
        {
            Items = items,
            Verdict = "pass",
            Reason = "批量办理，予以核认。",
        };
        var started = (
            await agency.Client.ChangeAsync(HttpMethod.Post, $"{agency.UnitPath}/batches", body, stopping)
        ).Required();
        var batchId = started.Text("batchId");
        stage.Step(
            agency.Label,
            $"从待办列表选择 {items.Count} 件，批量审核通过（批次 {batchId}）",
            $"started batch {batchId} of {items.Count} declarations"
        );
        var reported = -1L;
        var finished = await stage.UntilAsync(
            $"batch {batchId} is finished",
            async () =>
            {
                var batch = (await agency.Client.GetAsync($"/api/batches/{batchId}", stopping)).Required();
                var done = batch.Number("accepted") + batch.Number("refused");
                if (done != reported)
                {
                    reported = done;
                    stage.Note($"进度 progress {done}/{batch["total"]}");
                }

                return batch["isFinished"]!.GetValue<bool>() ? batch : null;
            },
            stopping
        );
        Stage.Expect(finished.Number("accepted") == items.Count, $"all {items.Count} are recognised: {finished.Body}");
        stage.Step(
            agency.Label,
            $"批量办结：{items.Count} 件全部核认",
            $"the batch is finished: all {items.Count} recognised"
        );
    }
}
