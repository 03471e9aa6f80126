using System.Globalization;
using CeActors.Local.Province;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Hands;

/// <summary>A professional who declares hours, by the guide's own labels.</summary>
public sealed class Declarant(Visitor visitor, ProvincePerson person)
{
    /// <summary>Where the portal is.</summary>
    public const string Portal = "/individual";

    /// <summary>A phone number that the rules take.</summary>
    public const string Phone = "13907310001";

    /// <summary>Their browser.</summary>
    public Visitor Visitor => visitor;

    /// <summary>Who they are.</summary>
    public ProvincePerson Person => person;

    private Look Look => visitor.Look;

    private IPage Page => visitor.Page;

    /// <summary>Signs in and stands before their declarations.</summary>
    public static async Task<Declarant> ComeAsync(Scene scene, Look look, ProvincePerson person) =>
        new(await scene.SignedInAsync(look, person.Account, Portal), person);

    /// <summary>新增学时核认申报: opens a declaration and stands before its first step.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> NewAsync()
    {
        await visitor.Link(Look.Say("新增学时核认申报", "New declaration")).ClickAsync();
        await visitor.SeesAsync(Phones);
        return IdIn(Page.Url);
    }

    /// <summary>The field of the phone number, which is the first of the head.</summary>
    public ILocator Phones => visitor.Field(Look.Say("联系电话", "Phone"));

    /// <summary>The field of the profession.</summary>
    public ILocator Professions => visitor.Field(Look.Say("从事专业", "Profession"));

    /// <summary>Fills in 申报信息.</summary>
    public async Task FillHeadAsync(int fromYear, int toYear)
    {
        await Phones.FillAsync(Phone);
        await visitor.Field(Look.Say("职称系列", "Series of the title")).FillAsync("中小学教师");
        await Professions.FillAsync("中学数学");
        await ChooseAsync(Look.Say("职称级别", "Level of the title"), Look.Say("中级", "Intermediate"));
        await ChooseAsync(Look.Say("起始年度", "First year"), Year(fromYear));
        await ChooseAsync(Look.Say("截止年度", "Last year"), Year(toYear));
        await SavedAsync();
    }

    /// <summary>Chooses from a list that opens below its field.</summary>
    public async Task ChooseAsync(string label, string choice)
    {
        await visitor.Field(label).ClickAsync();
        await Page.Locator($".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title='{choice}']").ClickAsync();
    }

    /// <summary>下一步.</summary>
    public async Task NextAsync(string headingChinese, string headingEnglish)
    {
        await visitor.Button(Look.Say("下一步", "Next")).ClickAsync();
        await visitor.SeesAsync(Heading(headingChinese, headingEnglish));
    }

    /// <summary>Goes straight to a step by the bar of steps, and waits until it is the present one.</summary>
    public async Task GoToStepAsync(string chinese, string english)
    {
        var step = Page.GetByRole(AriaRole.Navigation, new() { Name = Look.Say("填写步骤", "Steps") })
            .GetByRole(AriaRole.Button)
            .Filter(new() { HasText = Look.Say(chinese, english) });
        await step.ClickAsync();
        await Expect(step).ToHaveAttributeAsync("aria-current", "step");
    }

    /// <summary>新增: a form for one more item.</summary>
    public async Task BeginItemAsync()
    {
        await Page.Locator("#add-item").ClickAsync();
        await visitor.SeesAsync(ItemForm);
    }

    /// <summary>The form of the item that is being filled in.</summary>
    public ILocator ItemForm => Page.GetByRole(AriaRole.Group, new() { Name = Look.Say("明细", "Item"), Exact = true });

    /// <summary>Fills in a course of the professional subject.</summary>
    public async Task FillItemAsync(int year, string hours)
    {
        await ChooseAsync(Look.Say("申报年度", "Declared year"), Look.Say($"{year} 年度", Year(year)));
        await ItemForm.GetByText(Look.Say("专业科目", "Professional subject")).ClickAsync();
        await visitor.Field(Look.Say("学习内容名称", "Name of the activity")).FillAsync("专业技术骨干研修班");
        await ChooseAsync(
            Look.Say("学习形式", "Form of learning"),
            Look.Say("培训班、研修班、进修班", "Training course, seminar or further-study class")
        );
        await visitor.Field(Look.Say("申报学时", "Claimed hours")).FillAsync(hours);
        await Organisers.FillAsync("湖南省云麓专业技术人员培训中心");
        await visitor.Field(Look.Say("学习地点", "Place")).FillAsync("长沙市");
        await visitor.Field(Look.Say("开始日期", "First day")).FillAsync($"{Year(year)}-09-09");
        await visitor.Field(Look.Say("结束日期", "Last day")).FillAsync($"{Year(year)}-09-18");
    }

    /// <summary>The field of the organiser in the form of an item.</summary>
    public ILocator Organisers => visitor.Field(Look.Say("主办单位", "Organiser"));

    /// <summary>保存: closes the form of the item, which is saved by then or soon.</summary>
    public async Task SaveItemAsync()
    {
        await visitor.Button(Look.Say("保存", "Save"), ItemForm).ClickAsync();
        await Expect(ItemForm).ToHaveCountAsync(0);
        await SavedAsync();
    }

    /// <summary>勾选 and 确认选择: all hours that the platform reported for these years.</summary>
    public async Task ConfirmImportsAsync(IEnumerable<int> years)
    {
        foreach (var year in years)
        {
            foreach (var box in await OfYear(year).GetByRole(AriaRole.Checkbox).AllAsync())
            {
                await box.CheckAsync();
            }
        }

        await visitor.Button(Look.Say("确认选择", "Confirm selection")).ClickAsync();
        await visitor.SeesAsync(Look.Say("已确认。", "Confirmed."));
    }

    /// <summary>上传附件 for one year, and waits until it is bound.</summary>
    public async Task UploadAsync(int year, params EvidenceFile[] files)
    {
        await Page.GetByTestId($"upload-{Year(year)}")
            .SetInputFilesAsync(
                files.Select(file => new FilePayload
                {
                    Name = file.Name,
                    MimeType = file.ContentType,
                    Buffer = file.Bytes,
                })
            );
        foreach (var file in files)
        {
            await visitor.SeesAsync(
                visitor.Button(Look.Say($"删除：{file.Name}", $"Remove: {file.Name}"), OfYear(year))
            );
        }
    }

    /// <summary>The part of a page that is about one year.</summary>
    public ILocator OfYear(int year) =>
        Page.GetByRole(AriaRole.Region, new() { Name = Look.Say($"{year} 年度", Year(year)), Exact = true });

    /// <summary>Takes the promise and waits until everything is saved.</summary>
    public async Task PromiseAsync()
    {
        await Page.Locator("#field-head-promisesTruth").CheckAsync();
        await SavedAsync();
        await visitor.SeesAsync(Look.Say("内容完整，可以提交。", "Complete; it can be submitted."));
    }

    /// <summary>提交; in English a step of the wizard has the same name, which is no button of the form.</summary>
    public ILocator SubmitButton =>
        visitor.Button(
            Look.Say("提交", "Submit"),
            Page.GetByRole(AriaRole.Region, new() { Name = Look.Say("核对并提交", "Check and submit"), Exact = true })
        );

    /// <summary>提交 and, in its dialog, 确认提交.</summary>
    public async Task SubmitAsync()
    {
        await SubmitButton.ClickAsync();
        await ConfirmSubmissionAsync();
    }

    /// <summary>确认提交 in the dialog.</summary>
    public async Task ConfirmSubmissionAsync()
    {
        await visitor.Button(Look.Say("确认提交", "Submit it"), visitor.Dialog()).ClickAsync();
        await visitor.SeesAsync(Look.Say("申报已送到您的用人单位", "Your employer has the declaration now"));
    }

    /// <summary>撤销 and, in its dialog, 确认撤销.</summary>
    public async Task WithdrawAsync()
    {
        await visitor.Button(Look.Say("撤销", "Withdraw")).ClickAsync();
        await visitor.Button(Look.Say("确认撤销", "Withdraw it"), visitor.Dialog()).ClickAsync();
        await visitor.SeesAsync(CorrectLink);
    }

    /// <summary>修改并重新提交.</summary>
    public ILocator CorrectLink => visitor.Link(Look.Say("修改并重新提交", "Correct and submit again")).First;

    /// <summary>The list of one's declarations, by the portal's navigation.</summary>
    public Task GoToListAsync() =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = Look.Say("个人网厅", "Individual portal") })
            .GetByText(Look.Say("学时核认申报", "Credit-hour declarations"))
            .ClickAsync();

    /// <summary>学时证书打印, by the portal's navigation.</summary>
    public Task GoToStatementsAsync() =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = Look.Say("个人网厅", "Individual portal") })
            .GetByText(Look.Say("学时证书打印", "Print statements"))
            .ClickAsync();

    /// <summary>Waits until the form says that the service has everything.</summary>
    public Task SavedAsync() => visitor.SeesAsync(Look.Say("全部内容已保存", "Everything is saved"));

    /// <summary>A heading of a step.</summary>
    public ILocator Heading(string chinese, string english) =>
        Page.GetByRole(AriaRole.Heading, new() { Name = Look.Say(chinese, english), Exact = true }).First;

    /// <summary>The declaration's id in an address of the portal.</summary>
    public static string IdIn(string url) => new Uri(url).Segments[3].TrimEnd('/');

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
