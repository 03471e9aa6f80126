using System.Text.Json.Nodes;
using CeActors.Functions.Tests.Hosting;

namespace CeActors.Functions.Tests.Matrix.Values;

/// <summary>Wrong values of the registry's administrators and of the training platform.</summary>
internal static class RegistryValues
{
    public static IEnumerable<BadRow> Rows => [.. Units, .. People, .. Members, .. Imports, Verification];

    // It takes no value at all; who asks is all that can be wrong.
    private static BadRow Verification { get; } =
        new(
            "startVerification",
            "somebody who keeps no registry",
            403,
            "registry-administrators-only",
            (_, stage) => stage with { Subject = World.EmployerReviewer }
        );

    private static IEnumerable<BadRow> Units =>
        [
            Unit("an empty name", "/name", "/name", ""),
            Unit("too short a name", "/name", "/name", "单"),
            Unit("too long a name", "/name", "/name", new string('名', 101)),
            Unit("a division elsewhere", "/divisionCode", "/divisionCode", "110000"),
            Unit("a division that is none", "/divisionCode", "/divisionCode", "43010"),
            Unit("a first-level unit without an agency", "/agencyCode", "/agencyCode", null),
            Unit("an unknown agency", "/agencyCode", "/agencyCode", "NO-SUCH-UNIT"),
            Unit("an agency that is none", "/agencyCode", "/agencyCode", World.Employer),
            Unit("a code that is none", "/agencyCode", "/agencyCode", "小写"),
            Unit("an agency under an agency", "/agencyCode", "/kind", "agency"),
            Parent("an unknown superior", "NO-SUCH-UNIT"),
            Parent("a superior that is an employer", World.Employer),
            Parent("a superior that is an agency", World.Agency),
            Parent("a superior that is no code", "小写"),
            new(
                "registerUnit",
                "itself above itself",
                422,
                "/parentCode",
                (_, stage) => With(stage, "parentCode", stage.Values["code"])
            ),
            new(
                "registerUnit",
                "a superior that is below",
                422,
                "/parentCode",
                (world, stage) =>
                {
                    // The stage's department is under the unit that it would be sent to.
                    var reroute = world.StageOf("rerouteDeclaration");
                    var upper = JsonNode.Parse(reroute.Body!)!["nextUnitCode"]!.GetValue<string>();
                    return With(stage, "parentCode", reroute.Values["unit"])
                        .At("code", upper)
                        .Where("/kind", "supervisingDepartment") with
                    {
                        Tag = null,
                    };
                }
            ),
            new(
                "registerUnit",
                "a credit code that is none",
                422,
                "/creditCode",
                (_, stage) => With(stage, "creditCode", "91430100000000000X")
            ),
            new(
                "registerUnit",
                "another kind while declarations wait there",
                409,
                "kind-locked",
                (world, stage) =>
                    stage.At("code", world.StageOf("rerouteDeclaration").Values["unit"]).Where("/kind", "employer") with
                    {
                        Tag = null,
                    }
            ),
            BadRow.Address("registerUnit", "a code in small letters", 400, "route:code", "code", "unit-1"),
            BadRow.Address("registerUnit", "a code of one letter", 400, "route:code", "code", "U"),
            BadRow.Address("registerUnit", "too long a code", 400, "route:code", "code", new string('U', 33)),
        ];

    private static IEnumerable<BadRow> People =>
        [
            Person("a check character that is wrong", "/residentId", "/residentId", "430102199001011234"),
            Person("a number that is none", "/residentId", "/residentId", "一"),
            Person("a birthday that is none", "/residentId", "/residentId", "430102199002301231"),
            Person("an unknown employer", "/employerCode", "/employerCode", "NO-SUCH-UNIT"),
            Person("an employer that is an agency", "/employerCode", "/employerCode", World.Agency),
            Person("an employer that is no code", "/employerCode", "/employerCode", "小写"),
            Person("an empty name", "/name", "/name", ""),
            Person("too long a name", "/name", "/name", new string('名', 51)),
            Person("too long a title", "/title", "/title", new string('名', 101)),
        ];

    private static IEnumerable<BadRow> Members =>
        [
            BadRow.At("registerMember", "an empty name", 422, "/name", "/name", ""),
            BadRow.At("registerMember", "no role", 422, "/roles", "/roles", new JsonArray()),
            BadRow.At("registerMember", "a role of agencies", 422, "/roles", "/roles", new JsonArray("auditor")),
            new(
                "registerMember",
                "an empty subject of their other account",
                400,
                "/naturalPersonSubject",
                (_, stage) => With(stage, "naturalPersonSubject", "")
            ),
            new(
                "registerMember",
                "too long a subject of their other account",
                400,
                "/naturalPersonSubject",
                (_, stage) => With(stage, "naturalPersonSubject", new string('s', 201))
            ),
            new(
                "registerMember",
                "another account that is nobody's",
                422,
                "/naturalPersonSubject",
                (_, stage) => With(stage, "naturalPersonSubject", "nobody-registered")
            ),
            BadRow.Address("registerMember", "an unknown unit", 404, "unit-not-found", "code", "NO-SUCH-UNIT"),
            BadRow.Address("registerMember", "a code that is none", 404, "not-found", "code", "unit"),
            BadRow.Address("unregisterMember", "an unknown unit", 404, "unit-not-found", "code", "NO-SUCH-UNIT"),
        ];

    private static IEnumerable<BadRow> Imports =>
        [
            Import("an id that is none", "/records/0/recordId", "/records/0/recordId", "号 1"),
            Import("a year too early", "/records/0/year", "/records/0/year", 1800),
            Import("a year to come", "/records/0/year", "/records/0/year", 2999),
            Import("a negative year", "/records/0/year", "/records/0/year", -2024),
            Import("a day to come", "/records/0/completedOn", "/records/0/completedOn", "2999-01-01"),
            Import("a day that is none", "/records/0/completedOn", "/records/0/completedOn", "2024-02-30"),
            Import("an empty course", "/records/0/courseName", "/records/0/courseName", ""),
            Import("too long a course", "/records/0/courseName", "/records/0/courseName", new string('课', 201)),
            Import("an empty organiser", "/records/0/organiser", "/records/0/organiser", ""),
            BadRow.At(
                "importTrainingRecords",
                "a known id with other content",
                409,
                "imported-record-conflict",
                "/records/0/recordId",
                StageMaker.RecordId
            ),
            .. from hours in (string[])["-1", "0", "0.1", "400.25", "99999999", "1e2", "", "九"]
            select BadRow.At(
                "importTrainingRecords",
                $"hours: {hours}",
                400,
                "/records/0/hours",
                "/records/0/hours",
                hours
            ),
            BadRow.At(
                "importTrainingRecords",
                "a subject that is none",
                400,
                "/records/0/subject",
                "/records/0/subject",
                "both"
            ),
            BadRow.At("importTrainingRecords", "nothing in it", 400, "/records", "/records", new JsonArray()),
            BadRow.Address(
                "importTrainingRecords",
                "somebody who is not registered",
                404,
                "professional-not-registered",
                "subject",
                "somebody-unregistered"
            ),
        ];

    private static BadRow Unit(string says, string names, string path, JsonNode? value) =>
        BadRow.At("registerUnit", says, 422, names, path, value);

    private static BadRow Parent(string says, string code) =>
        new("registerUnit", says, 422, "/parentCode", (_, stage) => With(stage, "parentCode", code));

    private static BadRow Person(string says, string names, string path, JsonNode value) =>
        BadRow.At("registerProfessional", says, 422, names, path, value);

    private static BadRow Import(string says, string names, string path, JsonNode value) =>
        BadRow.At("importTrainingRecords", says, 422, names, path, value);

    private static Stage With(Stage stage, string member, string value) => stage.Where($"/{member}", value);
}
