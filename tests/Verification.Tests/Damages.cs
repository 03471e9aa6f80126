using System.Text.Json.Nodes;
using Azure.Data.Tables;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Files;
using CeActors.Verification.Documents;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Tests;

/// <summary>One way to break each promise, and no other with it.</summary>
internal static class Damages
{
    private const string Nowhere = "NO-SUCH-UNIT";

    public static IReadOnlyDictionary<FindingKind, Func<AccountStory, RawAccount, Task>> All { get; } =
        new Dictionary<FindingKind, Func<AccountStory, RawAccount, Task>>
        {
            [FindingKind.LayoutMissing] = async (_, raw) =>
                await raw.DeleteAsync("StateLayout", await raw.FindAsync("StateLayout", "1")),
            [FindingKind.LayoutWrong] = async (_, raw) =>
                await raw.PutAsync("StateLayout", With(await raw.FindAsync("StateLayout", "1"), "Hash", "Other")),
            [FindingKind.TableMissing] = (_, raw) => raw.DropTableAsync("State001"),
            [FindingKind.TableStray] = (_, raw) => raw.AddTableAsync("State002"),
            [FindingKind.RowOfUnknownKind] = (_, raw) =>
                raw.PutAsync("State001", new TableEntity("b001", "z|what|ever") { ["Column"] = 1 }),
            [FindingKind.DocumentOfUnknownKind] = async (story, raw) =>
            {
                var batch = await raw.ReadAsync(raw.PlaceOf(DocumentKinds.Batch, story.Batch));
                await raw.PutAsync("State000", Moved(batch, "b000", "!d|stranger|stranger|1"));
            },
            [FindingKind.DocumentDamaged] = async (story, raw) =>
            {
                var place = raw.PlaceOf(DocumentKinds.Batch, story.Batch);
                await raw.PutAsync(place.Table, With(await raw.ReadAsync(place), "L", 1));
            },
            [FindingKind.DocumentUnreadable] = async (story, raw) =>
            {
                var place = raw.PlaceOf(DocumentKinds.Batch, story.Batch);
                await raw.PutAsync(place.Table, RawAccount.WithContent(await raw.ReadAsync(place), "{\"v\":1,\"u\":"));
            },
            [FindingKind.DocumentTooNew] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Batch, story.Batch, json => json["v"] = 99),
            [FindingKind.DocumentMisplaced] = async (story, raw) =>
            {
                var place = raw.PlaceOf(DocumentKinds.Batch, story.Batch);
                var batch = await raw.ReadAsync(place);
                var other = place.Table == "State000" ? 1 : 0;
                await raw.DeleteAsync(place.Table, batch);
                await raw.PutAsync($"State00{other}", Moved(batch, $"b00{other}", place.Row));
            },
            [FindingKind.RowMissing] = async (story, raw) =>
                await raw.DeleteAsync(TableOf(story.Waiting.Declaration), await WaitingRowAsync(story, raw)),
            [FindingKind.RowStray] = async (story, raw) =>
            {
                var row = await WaitingRowAsync(story, raw);
                await raw.PutAsync(
                    TableOf(story.Waiting.Declaration),
                    Moved(row, row.PartitionKey, $"w|{story.Office.Agency}|{story.Waiting.Declaration}")
                );
            },
            [FindingKind.RowDiffers] = async (story, raw) =>
                await raw.PutAsync(
                    TableOf(story.Waiting.Declaration),
                    With(await WaitingRowAsync(story, raw), "Version", 2L)
                ),
            [FindingKind.RowListWrong] = async (story, raw) =>
            {
                var place = raw.PlaceOf(DocumentKinds.Declaration, story.Waiting.Declaration);
                var entity = await raw.ReadAsync(place);
                await raw.PutAsync(place.Table, With(entity, "R", "0" + entity.GetString("R")[1..].Replace('f', 'e')));
            },
            [FindingKind.HistoryBroken] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Declaration, story.Draft.Declaration, json => json["s"] = 5),
            [FindingKind.CommandTwice] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Declaration,
                    story.Draft.Declaration,
                    json => json["c"]!.AsArray().Add(json["c"]![0]!.DeepClone())
                ),
            [FindingKind.OutcomeWrong] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Declaration,
                    story.Draft.Declaration,
                    json => json["c"]![0]!["o"]!["v"] = 7
                ),
            [FindingKind.UnitUnknown] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Professional, story.Draft.Person, json => json["pf"]!["e"] = Nowhere),
            [FindingKind.ParentWrong] = (story, raw) =>
                raw.EditWithRowsAsync(DocumentKinds.Unit, story.Office.Employer, Unit("parent", Nowhere)),
            [FindingKind.AgencyWrong] = (story, raw) =>
                raw.EditWithRowsAsync(
                    DocumentKinds.Unit,
                    story.Office.Employer,
                    Unit("agency", story.Office.Department)
                ),
            [FindingKind.UnitRing] = (story, raw) =>
                raw.EditWithRowsAsync(
                    DocumentKinds.Unit,
                    story.Office.UpperDepartment,
                    Unit("parent", story.Office.Department)
                ),
            [FindingKind.UnitTooDeep] = async (story, raw) =>
            {
                var above = story.Office.UpperDepartment;
                for (var depth = 1; depth <= 9; depth++)
                {
                    var code = $"DEEP-{depth}";
                    await raw.CloneAsync(DocumentKinds.Unit, story.Office.Department, code, Unit("parent", above));
                    above = code;
                }
            },
            [FindingKind.AuditBroken] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Unit, story.Office.Employer, json => json["a"]![0]!["version"] = 7),
            [FindingKind.DeclarationUnlisted] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Professional, story.Waiting.Person, json => json.Remove("d")),
            [FindingKind.DeclarationForeign] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Professional,
                    story.Waiting.Person,
                    json => json["d"]!.AsArray().Add(new JsonObject { ["id"] = story.Draft.Declaration, ["t"] = 1 })
                ),
            [FindingKind.SeveralOpen] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Declaration,
                    story.Again.Deleted,
                    json =>
                    {
                        json.Remove("s");
                        json["hi"]!.AsArray().RemoveAt(1);
                        json["c"]!.AsArray().RemoveAt(1);
                    }
                ),
            [FindingKind.YearTwice] = (story, raw) =>
                raw.EditWithRowsAsync(
                    DocumentKinds.Declaration,
                    story.TwoYears.Second,
                    json => json["y"]![0]![0] = 2024
                ),
            [FindingKind.ImportTwice] = async (story, raw) =>
            {
                await raw.EditAsync(DocumentKinds.Declaration, story.TwoYears.First, AddImport);
                await raw.EditAsync(DocumentKinds.Declaration, story.TwoYears.Second, AddImport);
            },
            [FindingKind.ResidentIdTwice] = async (story, raw) =>
            {
                var residentId = await ResidentIdOfAsync(raw, story.Waiting.Person);
                await raw.EditAsync(
                    DocumentKinds.Professional,
                    story.Draft.Person,
                    json =>
                    {
                        json["pf"]!["rid"] = residentId.Value;
                        json["pf"]!.AsObject().Remove("rn");
                    }
                );
            },
            [FindingKind.ResidentIdUnreserved] = async (story, raw) =>
            {
                var residentId = await ResidentIdOfAsync(raw, story.Waiting.Person);
                await raw.EditAsync(
                    DocumentKinds.Residents,
                    ResidentRegister.KeyOf(residentId.RegisterDigest),
                    json => json["r"] = new JsonArray()
                );
            },
            [FindingKind.StatementMissing] = async (story, raw) =>
            {
                var place = raw.PlaceOf(DocumentKinds.Statement, story.RevokedStatement);
                await raw.DeleteAsync(place.Table, await raw.ReadAsync(place));
            },
            [FindingKind.StatementForeign] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Professional,
                    story.Waiting.Person,
                    json => json["s"] = new JsonArray(story.Statement)
                ),
            [FindingKind.CertifiedWrong] = (story, raw) =>
                raw.EditWithRowsAsync(
                    DocumentKinds.Declaration,
                    story.Certified.Declaration,
                    json => json["y"]![0]![1] = json["y"]![0]![1]!.GetValue<int>() + 4
                ),
            [FindingKind.BatchOutcomeWrong] = (story, raw) =>
                raw.EditAsync(
                    DocumentKinds.Batch,
                    story.Batch,
                    json => json["o"]![0]!["ok"]!["v"] = json["o"]![0]!["ok"]!["v"]!.GetValue<int>() - 1
                ),
            [FindingKind.BatchBroken] = (story, raw) =>
                raw.EditAsync(DocumentKinds.Batch, story.Batch, json => json["o"]!.AsArray().RemoveAt(2)),
            [FindingKind.EvidenceMissing] = (story, raw) =>
                raw.DeleteBlobAsync(StoredFiles.EvidenceContainer, story.EvidenceDigest),
            [FindingKind.EvidenceSizeWrong] = (story, raw) =>
                raw.ReplaceBlobAsync(StoredFiles.EvidenceContainer, story.EvidenceDigest, new BinaryData("short")),
            [FindingKind.PaperMissing] = (story, raw) =>
                raw.DeleteBlobAsync(StoredFiles.StatementsContainer, story.Paper),
        };

    private static async Task<ResidentId> ResidentIdOfAsync(RawAccount raw, string person)
    {
        var stored = await raw.ReadAsync(raw.PlaceOf(DocumentKinds.Professional, person));
        var json = JsonNode.Parse(stored.GetBinary("D0"))!;
        return ResidentId.TryParse(json["pf"]!["rid"]!.GetValue<string>(), DateOnly.MaxValue)!;
    }

    private static string TableOf(string declaration) => $"State{declaration[..3]}";

    private static Task<TableEntity> WaitingRowAsync(AccountStory story, RawAccount raw) =>
        raw.FindAsync(TableOf(story.Waiting.Declaration), $"w|{story.Office.Employer}|{story.Waiting.Declaration}");

    private static TableEntity With(TableEntity entity, string column, object value) =>
        new(entity) { [column] = value };

    private static TableEntity Moved(TableEntity entity, string partition, string row) =>
        new(entity) { PartitionKey = partition, RowKey = row };

    private static Action<JsonObject> Unit(string name, string value) => json => json["u"]![name] = value;

    private static void AddImport(JsonObject json) =>
        json["im"] = new JsonArray(
            new JsonObject
            {
                ["id"] = "R-1",
                ["y"] = 2024,
                ["n"] = "课程",
                ["o"] = "平台",
                ["q"] = 4,
                ["d"] = 738000,
            }
        );
}
