using System.Text.RegularExpressions;
using CeActors.Local.Province;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Hands;

/// <summary>A unit's administrator or an agency's clerk at work, by the guide's own labels.</summary>
public sealed class Reviewer(Visitor visitor, ProvinceUnit unit)
{
    /// <summary>Where this unit's pages are.</summary>
    public string Portal { get; } = PortalOf(unit);

    /// <summary>Their browser.</summary>
    public Visitor Visitor => visitor;

    private Look Look => visitor.Look;

    /// <summary>Signs in and stands before the unit's queue.</summary>
    /// <param name="scene">The test.</param>
    /// <param name="look">How they see the client.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="account">Account of the member; null means the administrator.</param>
    public static async Task<Reviewer> ComeAsync(Scene scene, Look look, ProvinceUnit unit, string? account = null) =>
        new(await scene.SignedInAsync(look, account ?? unit.Account, PortalOf(unit)), unit);

    /// <summary>The declaration's line or card in the list that is shown.</summary>
    public ILocator Row(string declarationId) => visitor.Page.Locator($"[data-declaration='{declarationId}']");

    /// <summary>查询: looks for it by its number.</summary>
    public async Task QueryAsync(string declarationId)
    {
        await visitor.Field(Look.Say("姓名、单位或申报编号", "Name, unit or number")).FillAsync(declarationId);
        await visitor.Button(Look.Say("查询", "Search")).ClickAsync();
        await Expect(Row(declarationId)).ToBeVisibleAsync();
    }

    /// <summary>审核, or 办理 at an agency: opens it from the list.</summary>
    public async Task OpenAsync(string declarationId)
    {
        await QueryAsync(declarationId);
        await Row(declarationId).GetByRole(AriaRole.Link).ClickAsync();
        await visitor.SeesAsync(
            visitor.Page.GetByRole(
                AriaRole.Heading,
                new() { Name = Look.Say("各年度申报学时", "Claimed hours by year") }
            )
        );
    }

    /// <summary>详情: looks at the evidence of a year until its first file is drawn.</summary>
    public async Task LookAtEvidenceAsync(int year)
    {
        await visitor
            .Page.GetByRole(AriaRole.Region, new() { Name = Look.Say($"{year} 年", $"{year}"), Exact = true })
            .GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(详情|Details)") })
            .ClickAsync();
        await visitor.SeesAsync(Viewer.Locator("canvas[aria-busy=false], img").First);
    }

    /// <summary>The evidence viewer that is shown.</summary>
    public ILocator Viewer =>
        visitor.Page.GetByRole(AriaRole.Region, new() { Name = Look.Say("证明材料", "Evidence"), Exact = true }).Last;

    /// <summary>Opens the dialog of 审核通过.</summary>
    public async Task<ILocator> BeginPassAsync()
    {
        await Decision(Look.Say("审核通过", "Pass")).ClickAsync();
        return visitor.Dialog();
    }

    /// <summary>Opens the dialog of 审核不通过.</summary>
    public async Task<ILocator> BeginReturnAsync()
    {
        await Decision(Look.Say("审核不通过", "Do not pass")).ClickAsync();
        return visitor.Dialog();
    }

    /// <summary>审核通过 twice, the next unit chosen between: suggested when <paramref name="next"/> is null.</summary>
    public async Task PassAsync(string personName, ProvinceUnit? next = null)
    {
        var dialog = await BeginPassAsync();
        if (next is not null)
        {
            await dialog.GetByText(next.Name, new() { Exact = true }).ClickAsync();
        }

        await visitor.Button(Look.Say("审核通过", "Pass"), dialog).ClickAsync();
        await NoticedAsync(Look.Say("审核通过", "Passed"), personName);
    }

    /// <summary>审核不通过 with its reason.</summary>
    public async Task ReturnAsync(string personName, string reason)
    {
        var dialog = await BeginReturnAsync();
        await dialog.GetByRole(AriaRole.Textbox).First.FillAsync(reason);
        await visitor.Button(Look.Say("审核不通过", "Do not pass"), dialog).ClickAsync();
        await NoticedAsync(Look.Say("审核不通过", "Not passed"), personName);
    }

    /// <summary>Waits until the outcome is known, which is told wherever the reviewer is by then.</summary>
    public async Task NoticedAsync(string what, string personName)
    {
        // Not the title of the dialog that was just answered, which reads the same.
        var notices = visitor.Page.GetByRole(
            AriaRole.Status,
            new() { Name = Look.Say("办理结果", "Outcomes"), Exact = true }
        );
        await Expect(notices.GetByText($"{what}{Look.Say("：", ": ")}{personName}").First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText(Look.Say("（正在保存）", "(being saved)"))).ToHaveCountAsync(0);
    }

    /// <summary>The unit's queue, by the portal's navigation.</summary>
    public Task GoToQueueAsync() => visitor.Page.Locator($"nav a[href='{Portal}']").First.ClickAsync();

    /// <summary>Another page of the portal, by its navigation.</summary>
    public async Task GoToAsync(string chinese, string english, string page)
    {
        await visitor.Page.Locator($"nav a[href='{Portal}/{page}']").ClickAsync();
        await visitor.SeesAsync(
            visitor.Page.GetByRole(AriaRole.Heading, new() { Name = Look.Say(chinese, english) }).First
        );
    }

    /// <summary>Back from the evidence, which fills the window of a phone.</summary>
    public async Task LeaveEvidenceAsync()
    {
        if (await visitor.Page.GetByRole(AriaRole.Dialog).CountAsync() > 0)
        {
            await visitor.Page.Keyboard.PressAsync("Escape");
            await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
    }

    /// <summary>A button of the bar of decisions.</summary>
    public ILocator Decision(string label) =>
        visitor.Button(
            label,
            visitor.Page.GetByRole(AriaRole.Region, new() { Name = Look.Say("审核", "Decision"), Exact = true })
        );

    private static string PortalOf(ProvinceUnit unit) =>
        unit.Kind == UnitKinds.Agency ? $"/agencies/{unit.Code}" : $"/units/{unit.Code}";
}
