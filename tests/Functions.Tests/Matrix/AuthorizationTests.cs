using System.Collections.Concurrent;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Who is let in where: a row for every operation, and none may be missing.</summary>
[Collection(nameof(InWorld))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class AuthorizationTests(World world)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int NotFound = 404;

    private static readonly ConcurrentDictionary<(World, string), Lazy<Task<Scene>>> Scenes = new();

    /// <summary>What is acted on: whose it is, and where it stands.</summary>
    private sealed record Scene(
        string Person,
        string Id,
        string Evidence,
        string Item,
        string Tag,
        string AtDepartment,
        string AtDepartmentTag,
        string Recognised,
        string RecognisedTag,
        string Statement
    );

    /// <summary>How each kind of caller is answered; null where that caller is not meant.</summary>
    /// <param name="OtherPerson">A registered professional whose it is not.</param>
    /// <param name="OtherUnit">A reviewer of an employer that has nothing to do with it.</param>
    /// <param name="MemberWithoutRole">A member of the acting unit who lacks the role.</param>
    /// <param name="Self">The declarant, by their other account at the employer.</param>
    /// <param name="OtherAgency">A clerk of another agency.</param>
    /// <param name="AnyoneMay">No sign-in is needed.</param>
    private sealed record Row(
        int? OtherPerson,
        int? OtherUnit,
        int? OtherAgency,
        int? MemberWithoutRole = null,
        int? Self = null,
        bool AnyoneMay = false
    );

    // 200 to 499 but never 401 or 403 or another's content: what belongs to whoever asks.
    private static readonly Row OneOwn = new(null, null, null);
    private static readonly Row OnesOwnThing = new(NotFound, NotFound, NotFound);
    private static readonly Row UnitRead = new(NotFound, NotFound, NotFound);
    private static readonly Row UnitList = new(Forbidden, Forbidden, Forbidden);
    private static readonly Row RegistryOnly = new(Forbidden, Forbidden, Forbidden);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["fileDeclaration"] = OneOwn,
        ["listDeclarations"] = OneOwn,
        ["getDeclaration"] = OnesOwnThing,
        ["deleteDeclaration"] = OnesOwnThing,
        ["saveDeclarationHead"] = OnesOwnThing,
        ["addDeclarationItem"] = OnesOwnThing,
        ["changeDeclarationItem"] = OnesOwnThing,
        ["removeDeclarationItem"] = OnesOwnThing,
        ["confirmImportedHours"] = OnesOwnThing,
        ["submitDeclaration"] = OnesOwnThing,
        ["withdrawDeclaration"] = OnesOwnThing,
        ["reserveEvidence"] = OnesOwnThing,
        ["completeEvidence"] = OnesOwnThing,
        ["removeEvidence"] = OnesOwnThing,
        ["getEvidenceContent"] = OnesOwnThing,
        ["getUnitEvidenceContent"] = UnitRead,
        ["getMe"] = OneOwn,
        ["getImportedHours"] = OneOwn,
        ["getRecognisedHours"] = OneOwn,
        ["importTrainingRecords"] = RegistryOnly,
        ["issueStatement"] = OneOwn,
        ["listStatements"] = OneOwn,
        ["getStatement"] = OnesOwnThing,
        ["getStatementPdf"] = OnesOwnThing,
        ["verifyStatement"] = new(null, null, null, AnyoneMay: true),
        ["getUnit"] = UnitRead,
        ["getQueue"] = UnitList,
        ["getDone"] = UnitList,
        ["getCounts"] = UnitList,
        ["getDoneCounts"] = UnitList,
        ["getRoutes"] = UnitList,
        ["getUnitDeclaration"] = UnitRead,
        ["passDeclaration"] = new(NotFound, NotFound, NotFound, Self: Forbidden),
        ["returnDeclaration"] = new(NotFound, NotFound, NotFound, Self: Forbidden),
        ["rerouteDeclaration"] = new(NotFound, NotFound, NotFound, Self: NotFound),
        ["revokeRecognition"] = new(NotFound, NotFound, NotFound, MemberWithoutRole: Forbidden),
        ["setMember"] = new(Forbidden, Forbidden, Forbidden, MemberWithoutRole: Forbidden),
        ["removeMember"] = new(Forbidden, Forbidden, Forbidden, MemberWithoutRole: Forbidden),
        ["startBatch"] = new(Forbidden, Forbidden, Forbidden),
        ["getBatch"] = new(NotFound, NotFound, NotFound),
        ["registerUnit"] = RegistryOnly with { MemberWithoutRole = Forbidden },
        ["getAccountAudit"] = RegistryOnly with { MemberWithoutRole = Forbidden },
        ["getUnitAudit"] = new(NotFound, NotFound, NotFound, MemberWithoutRole: NotFound),
        ["registerProfessional"] = RegistryOnly with { MemberWithoutRole = Forbidden },
        ["registerMember"] = RegistryOnly with { MemberWithoutRole = Forbidden },
        ["unregisterMember"] = RegistryOnly with { MemberWithoutRole = Forbidden },
        ["startVerification"] = RegistryOnly,
        ["getVerification"] = RegistryOnly,
        ["searchUnits"] = OneOwn,
        ["getDirectoryEntry"] = OneOwn,
        ["getRules"] = new(null, null, null, AnyoneMay: true),
        ["getClientSettings"] = new(null, null, null, AnyoneMay: true),
    };

    public static TheoryData<string> Every
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var operation in Operations.All)
            {
                data.Add(operation.Id);
            }

            return data;
        }
    }

    public static TheoryData<string> WithRoles => Data(row => row.MemberWithoutRole is not null);

    public static TheoryData<string> Reviews => Data(row => row.Self is not null);

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_operation_has_a_row(string id) => Rows.ShouldContainKey(id);

    [Fact]
    public void No_row_is_left_of_an_operation_that_is_no_more() =>
        Rows.Keys.ShouldBe(Operations.All.Select(operation => operation.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Without_a_sign_in_only_what_is_for_anyone_is_answered(string id)
    {
        var reply = await SendAsync(id, world.Anyone, await SceneAsync());

        if (Rows[id].AnyoneMay)
        {
            reply.Code.ShouldNotBe(Unauthorized);
        }
        else
        {
            reply.RequireProblem(Unauthorized);
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Another_person_sees_and_moves_nothing(string id) =>
        await RequireAsync(id, Rows[id].OtherPerson, await world.NewPersonAsync());

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Another_unit_sees_and_moves_nothing(string id) =>
        await RequireAsync(id, Rows[id].OtherUnit, World.OtherEmployerReviewer);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Another_agency_sees_and_moves_nothing(string id) =>
        await RequireAsync(id, Rows[id].OtherAgency, World.OtherAgencyClerk);

    [Theory]
    [MemberData(nameof(WithRoles))]
    public async Task A_member_without_the_role_may_not(string id) =>
        await RequireAsync(
            id,
            Rows[id].MemberWithoutRole,
            UnitOf(id) == World.Agency ? World.AgencyClerk : World.EmployerReviewer
        );

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task Nobody_reviews_their_own_under_another_account(string id) =>
        await RequireAsync(id, Rows[id].Self, World.SelfReviewer);

    private async Task RequireAsync(string id, int? status, string subject)
    {
        var scene = await SceneAsync();
        var before = await StateAsync(scene);
        var reply = await SendAsync(id, world.As(subject), scene);

        if (status is { } expected)
        {
            reply.RequireProblem(expected);
            reply.Text.ShouldNotContain("张三");
        }
        else
        {
            reply.Code.ShouldBeLessThan(500, reply.Text);
            reply.Text.ShouldNotContain(scene.Id);
        }

        (await StateAsync(scene)).ShouldBe(before);
    }

    private Task<Scene> SceneAsync() => Scenes.GetOrAdd((world, ""), _ => new Lazy<Task<Scene>>(MakeSceneAsync)).Value;

    private async Task<Scene> MakeSceneAsync()
    {
        // The declarant is also a reviewer of the employer by another account.
        var id = await world.SubmittedAsync(World.SelfDeclarant);
        var view = await world.As(World.SelfDeclarant).GetAsync($"/api/declarations/{id}");
        var holder = await world.NewPersonAsync();
        var recognised = await world.RecognisedAsync(holder);
        var statement = await world.As(holder).PostAsync("/api/statements", new { FromYear = 2024, ToYear = 2024 });
        var passed = await world.SubmittedAsync(await world.NewPersonAsync());
        (await world.PassAsync(World.EmployerReviewer, World.Employer, passed, World.Department)).RequireOk();
        return new Scene(
            World.SelfDeclarant,
            id,
            view["evidence"][0]!["evidenceId"]!.GetValue<string>(),
            view["items"][0]!["itemId"]!.GetValue<string>(),
            view.Tag!,
            passed,
            await TagAsync(World.DepartmentReviewer, World.Department, passed),
            recognised,
            await TagAsync(World.AgencyAuditor, World.Agency, recognised),
            statement["content"]["number"]!.GetValue<string>()
        );
    }

    private async Task<string> TagAsync(string member, string unit, string id) =>
        (await world.As(member).GetAsync($"/api/units/{unit}/declarations/{id}")).RequireOk().Tag!;

    private async Task<string> StateAsync(Scene scene) =>
        (await world.As(scene.Person).GetAsync($"/api/declarations/{scene.Id}")).Text
        + (
            await world.As(World.AgencyAuditor).GetAsync($"/api/units/{World.Agency}/declarations/{scene.Recognised}")
        ).Text
        + (await world.As(World.Registrar).GetAsync($"/api/units/{World.Employer}")).Text;

    private static Task<Reply> SendAsync(string id, Caller caller, Scene scene)
    {
        var operation = Operations.Of(id);
        var (declaration, tag) = id switch
        {
            "revokeRecognition" => (scene.Recognised, scene.RecognisedTag),
            "rerouteDeclaration" => (scene.AtDepartment, scene.AtDepartmentTag),
            _ => (scene.Id, scene.Tag),
        };
        var path = operation
            .Path.Replace("{id}", declaration)
            .Replace("{itemId}", scene.Item)
            .Replace("{evidenceId}", scene.Evidence)
            .Replace("{unit}", UnitOf(id))
            .Replace("{code}", World.Employer)
            .Replace("{number}", scene.Statement)
            .Replace("{subject}", "somebody-else");
        var sent = operation with { Path = path };
        return caller.SendAsync(
            operation.Method,
            id == "verifyStatement" ? path + "?code=WRONGCODE1" : sent.SamplePath,
            id == "returnDeclaration" ? """{"reason":"材料不全"}""" : Samples.Bodies.GetValueOrDefault(id),
            operation.RequiresVersion ? tag : null,
            operation.Changes ? Caller.NewKey() : null
        );
    }

    private static TheoryData<string> Data(Func<Row, bool> which)
    {
        var data = new TheoryData<string>();
        foreach (var (id, row) in Rows)
        {
            if (which(row))
            {
                data.Add(id);
            }
        }

        return data;
    }

    private static string UnitOf(string id) =>
        id switch
        {
            "startBatch" or "revokeRecognition" => World.Agency,
            "rerouteDeclaration" => World.Department,
            _ => World.Employer,
        };
}
