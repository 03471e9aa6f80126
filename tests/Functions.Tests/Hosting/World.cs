using System.Globalization;
using System.Net;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>A front with a small registry, entered through the API itself: two agencies, a department, employers, people.</summary>
public class World : FrontFixture
{
    public const string Agency = "AGENCY-1";
    public const string OtherAgency = "AGENCY-2";
    public const string Department = "DEPARTMENT-1";
    public const string Employer = "EMPLOYER-1";
    public const string OtherEmployer = "EMPLOYER-2";

    public const string AgencyClerk = "agency-clerk";
    public const string AgencyAuditor = "agency-auditor";
    public const string OtherAgencyClerk = "other-agency-clerk";
    public const string DepartmentReviewer = "department-reviewer";
    public const string EmployerReviewer = "employer-reviewer";
    public const string EmployerAdministrator = "employer-administrator";
    public const string OtherEmployerReviewer = "other-employer-reviewer";

    /// <summary>Reviews for the employer by another account; the same human as <see cref="SelfDeclarant"/>.</summary>
    public const string SelfReviewer = "self-reviewer";
    public const string SelfDeclarant = "self-declarant";

    private const string ResidentCheck = "10X98765432";
    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static int _people;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await UnitAsync(Agency, "agency", null, null, "430100");
        await UnitAsync(OtherAgency, "agency", null, null, "430200");
        await UnitAsync(Department, "supervisingDepartment", null, Agency, "430100");
        await UnitAsync(Employer, "employer", Department, null, "430100");
        await UnitAsync(OtherEmployer, "employer", null, OtherAgency, "430200");
        await MemberAsync(Agency, AgencyClerk, ["administrator", "clerk"]);
        await MemberAsync(Agency, AgencyAuditor, ["auditor"]);
        await MemberAsync(OtherAgency, OtherAgencyClerk, ["administrator", "clerk", "auditor"]);
        await MemberAsync(Department, DepartmentReviewer, ["administrator", "reviewer"]);
        await MemberAsync(Employer, EmployerReviewer, ["reviewer"]);
        await MemberAsync(Employer, EmployerAdministrator, ["administrator"]);
        await MemberAsync(OtherEmployer, OtherEmployerReviewer, ["administrator", "reviewer"]);
        await PersonAsync(SelfDeclarant);
        await MemberAsync(Employer, SelfReviewer, ["reviewer"], SelfDeclarant);
    }

    /// <summary>A registered professional that no other test has; returns the subject.</summary>
    public async Task<string> NewPersonAsync(string employer = Employer)
    {
        var subject = $"person-{Guid.NewGuid():N}";
        await PersonAsync(subject, employer);
        return subject;
    }

    /// <summary>A resident id with a right check character; every one another.</summary>
    public static string NewResidentId()
    {
        var number = Interlocked.Increment(ref _people);
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"430102{new DateOnly(1970, 1, 1).AddDays(number / 1000):yyyyMMdd}{number % 1000:D3}"
        );
        var sum = body.Select((digit, index) => (digit - '0') * ResidentWeights[index]).Sum();
        return body + ResidentCheck[sum % 11];
    }

    public static object Head(int from, int to) =>
        new
        {
            Phone = "13900000001",
            Title = "讲师",
            TitleLevel = "intermediate",
            Profession = "高等教育",
            SpanFromYear = $"{from}",
            SpanToYear = $"{to}",
            PromisesTruth = true,
        };

    public static object Item(int year, string subject, string hours) =>
        new
        {
            Year = year,
            Subject = subject,
            ActivityType = "training",
            ActivityName = "研修班",
            Organiser = "长沙市培训中心",
            StartDate = $"{year}-05-01",
            EndDate = $"{year}-05-10",
            Hours = hours,
        };

    /// <summary>A draft over one year, whole but for its evidence.</summary>
    public async Task<string> DraftAsync(string person, int year = 2024)
    {
        var filed = await As(person)
            .PostAsync(
                "/api/declarations",
                new
                {
                    Head = Head(year, year),
                    Items = new[] { Item(year, "general", "30"), Item(year, "professional", "60.25") },
                }
            );
        return filed.Require(HttpStatusCode.Created)["declarationId"].GetValue<string>();
    }

    /// <summary>A declaration with evidence, submitted to the employer.</summary>
    public async Task<string> SubmittedAsync(string person, int year = 2024)
    {
        var id = await DraftAsync(person, year);
        await Evidence.AddAsync(this, person, id, year, Evidence.Pdf("submitted"), "application/pdf");
        var tag = (await As(person).GetAsync($"/api/declarations/{id}")).Tag;
        (await As(person).PostAsync($"/api/declarations/{id}/submission", null, tag)).Require(HttpStatusCode.OK);
        return id;
    }

    /// <summary>Passes what a unit holds.</summary>
    public async Task<Reply> PassAsync(string reviewer, string unit, string id, string? next)
    {
        var view = await As(reviewer).GetAsync($"/api/units/{unit}/declarations/{id}");
        view.Require(HttpStatusCode.OK);
        var body = next is null ? (object)new { } : new { NextUnitCode = next };
        return await As(reviewer).PostAsync($"/api/units/{unit}/declarations/{id}/pass", body, view.Tag);
    }

    /// <summary>A declaration that the agency holds.</summary>
    public async Task<string> AtAgencyAsync(string person, int year = 2024)
    {
        var id = await SubmittedAsync(person, year);
        (await PassAsync(EmployerReviewer, Employer, id, Department)).Require(HttpStatusCode.OK);
        (await PassAsync(DepartmentReviewer, Department, id, Agency)).Require(HttpStatusCode.OK);
        return id;
    }

    /// <summary>A declaration that the agency has recognised.</summary>
    public async Task<string> RecognisedAsync(string person, int year = 2024)
    {
        var id = await AtAgencyAsync(person, year);
        (await PassAsync(AgencyClerk, Agency, id, null)).Require(HttpStatusCode.OK);
        return id;
    }

    public async Task UnitAsync(string code, string kind, string? parent, string? agency, string division)
    {
        var body = new
        {
            Name = $"测试单位 {code}",
            Kind = kind,
            DivisionCode = division,
            ParentCode = parent,
            AgencyCode = agency,
            IsPublicInstitution = true,
            IsActive = true,
        };
        (await As(Registrar).PutAsync($"/api/registry/units/{code}", body)).Require(HttpStatusCode.OK);
    }

    public async Task MemberAsync(string unit, string subject, string[] roles, string? natural = null)
    {
        var body = new
        {
            Name = "测试人员",
            Roles = roles,
            NaturalPersonSubject = natural,
        };
        var reply = await As(Registrar).PutAsync($"/api/registry/units/{unit}/members/{subject}", body);
        reply.Require(HttpStatusCode.OK);
        reply["members"].AsArray().Count.ShouldBeGreaterThan(0);
    }

    public async Task PersonAsync(string subject, string employer = Employer)
    {
        var body = new
        {
            Name = "张三",
            ResidentId = NewResidentId(),
            EmployerCode = employer,
            Title = "讲师",
        };
        (await As(Registrar).PutAsync($"/api/registry/people/{subject}", body)).Require(HttpStatusCode.OK);
    }
}

/// <summary>Tests that share one world; each takes people of its own.</summary>
[CollectionDefinition(nameof(InWorld))]
public sealed class InWorld : ICollectionFixture<World>;
