using System.Net;
using System.Text.Json.Nodes;
using CeActors.Local.Http;
using CeActors.Local.Identity;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>The units' part of the guide: find it in the queue, look at the evidence, pass it on or return it.</summary>
public sealed class Reviewing(Stage stage, DemoProvince province, Accounts accounts)
{
    /// <summary>The unit that holds the declaration now, waiting in its queue.</summary>
    public async Task<Answer> OpenAsync(Player unit, string declarationId, CancellationToken stopping)
    {
        await stage.UntilAsync(
            $"{declarationId} is in the queue of {unit.Unit!.Code}",
            async () =>
            {
                var queue = (
                    await unit.Client.GetAsync($"{unit.UnitPath}/queue?text={declarationId}", stopping)
                ).Required();
                return queue
                    .List("entries")
                    .FirstOrDefault(entry => entry["declarationId"]!.ToString() == declarationId);
            },
            stopping
        );
        return (await unit.Client.GetAsync($"{unit.UnitPath}/declarations/{declarationId}", stopping)).Required();
    }

    /// <summary>Guide step 7: looks at the uploaded evidence, byte for byte.</summary>
    public async Task CheckEvidenceAsync(Player unit, Answer declaration, CancellationToken stopping)
    {
        var evidence = declaration.List("evidence");
        Stage.Expect(evidence.Count > 0, "the reviewer sees the evidence.");
        foreach (var piece in evidence)
        {
            var path =
                $"{unit.UnitPath}/declarations/{declaration.Text("declarationId")}/evidence/{piece["evidenceId"]}/content";
            var answer = await unit.Client.GetAsync(path, stopping);
            var bytes =
                answer.Status == HttpStatusCode.Redirect
                    ? await accounts.Plain.GetByteArrayAsync(answer.Location, stopping)
                    : answer.Required().Bytes;
            Stage.Expect(
                bytes.Length == piece["sizeBytes"]!.GetValue<long>(),
                $"{piece["fileName"]} comes back whole."
            );
        }

        stage.Step(
            unit.Label,
            $"在待审列表中打开申报，逐份查看 {evidence.Count} 份材料",
            $"opened it from the queue and looked at {evidence.Count} pieces of evidence"
        );
    }

    /// <summary>Guide steps 9 and 10: passes to the nearest superior, or to the agency where there is none.</summary>
    /// <returns>The next unit.</returns>
    public async Task<Player> PassAsync(Player unit, Answer declaration, CancellationToken stopping)
    {
        var routes = (await unit.Client.GetAsync($"{unit.UnitPath}/routes", stopping)).Required();
        var superiors = routes.List("superiors");
        var next = (superiors.Count > 0 ? superiors : routes.List("agencies"))[0];
        await PassToAsync(unit, declaration, next, stopping);
        var choices = string.Join("、", superiors.Concat(routes.List("agencies")).Select(choice => choice["code"]));
        stage.Step(
            unit.Label,
            $"审核通过，从可选单位（{choices}）中选择 {next["name"]}",
            $"passed it to {next["code"]}, chosen from {choices}"
        );
        return Player.Of(province.Unit(next["code"]!.ToString()), accounts);
    }

    /// <summary>审核不通过, with the reason.</summary>
    public async Task ReturnAsync(Player unit, Answer declaration, string reason, CancellationToken stopping)
    {
        var path = $"{unit.UnitPath}/declarations/{declaration.Text("declarationId")}/return";
        var silent = await unit.Client.ChangeAsync(
            HttpMethod.Post,
            path,
            new { Reason = "" },
            stopping,
            tag: declaration.Tag
        );
        Stage.Expect(
            (int)silent.Status is 400 or 422,
            $"a return without a reason is refused, not {(int)silent.Status}."
        );
        var returned = await unit.Client.ChangeAsync(
            HttpMethod.Post,
            path,
            new { Reason = reason },
            stopping,
            tag: declaration.Tag
        );
        Stage.Expect(returned.Required().Text("status") == "returned", "it goes back to the person.");
        stage.Step(
            unit.Label,
            $"审核不通过，退回。原因：{reason}",
            $"returned it with a reason (one without was refused, {(int)silent.Status})"
        );
    }

    /// <summary>Passes one declaration as far as its agency, without telling every step.</summary>
    public async Task PassToAgencyAsync(ProvinceUnit employer, string declarationId, CancellationToken stopping)
    {
        var unit = Player.Of(employer, accounts);
        var declaration = await OpenAsync(unit, declarationId, stopping);
        var routes = (await unit.Client.GetAsync($"{unit.UnitPath}/routes", stopping)).Required();
        var agencies = routes.List("agencies");
        var next = agencies.Count > 0 ? agencies[0] : routes.List("superiors")[0];
        await PassToAsync(unit, declaration, next, stopping);
        var nextUnit = province.Unit(next["code"]!.ToString());
        if (nextUnit.Kind != UnitKinds.Agency)
        {
            await PassToAgencyAsync(nextUnit, declarationId, stopping);
        }
    }

    private static async Task PassToAsync(Player unit, Answer declaration, JsonNode next, CancellationToken stopping)
    {
        var code = next["code"]!.ToString();
        var path = $"{unit.UnitPath}/declarations/{declaration.Text("declarationId")}/pass";
        var body = new { NextUnitCode = code, Opinion = "材料齐全，学时属实。" };
        var passed = (
            await unit.Client.ChangeAsync(HttpMethod.Post, path, body, stopping, tag: declaration.Tag)
        ).Required();
        Stage.Expect(passed.Text("holderUnitCode") == code, $"{code} holds it now.");
    }
}
