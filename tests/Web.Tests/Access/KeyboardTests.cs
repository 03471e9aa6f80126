using CeActors.Local.Province;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace CeActors.Web.Tests.Access;

/// <summary>Filing and review without a mouse: Tab, arrows, Space, Enter and typing.</summary>
[Collection(WebCollection.Name)]
public sealed class KeyboardTests(WebStage stage)
{
    [Fact]
    public Task A_declaration_is_filed_by_keyboard_alone() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            var declarant = await Declarant.ComeAsync(scene, Look.Desktop, person);
            var (visitor, keys) = (declarant.Visitor, declarant.Visitor.Page.Keyboard);
            await visitor.PressAsync(visitor.Link("新增学时核认申报"), "Enter");
            await visitor.SeesAsync(declarant.Phones);
            await visitor.TypeAsync(declarant.Phones, Declarant.Phone);
            await ChooseFirstAsync(visitor, "职称级别");
            await visitor.TypeAsync(declarant.Professions, "中学数学");
            await ChooseFirstAsync(visitor, "起始年度");
            await ChooseLastAsync(visitor, "截止年度");
            await visitor.PressAsync(visitor.Button("下一步"), "Enter");
            await visitor.SeesAsync(declarant.Heading("年度明细", ""));
            await FillItemAsync(declarant, Shortcuts.YearsOf(person)[0]);
            await visitor.PressAsync(visitor.Button("下一步"), "Enter");
            await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Checkbox).First, "Space");
            await visitor.PressAsync(visitor.Button("确认选择"), "Enter");
            await visitor.SeesAsync("已确认。");
            await visitor.PressAsync(visitor.Button("下一步"), "Enter");
            await UploadAsync(visitor, person);
            await visitor.PressAsync(visitor.Button("下一步"), "Enter");
            await visitor.PressAsync(visitor.Page.Locator("#field-head-promisesTruth"), "Space");
            await declarant.SavedAsync();
            await visitor.PressAsync(declarant.SubmitButton, "Enter");
            await visitor.SeesAsync(visitor.Dialog());
            await visitor.PressAsync(visitor.Button("确认提交", visitor.Dialog()), "Enter");
            await visitor.SeesAsync("申报已送到您的用人单位");
            await keys.PressAsync("Tab");
        });

    [Fact]
    public Task A_declaration_is_passed_and_one_returned_by_keyboard_alone() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var (passed, returned) = (await scene.PersonAsync(school), await scene.PersonAsync(school));
            var ids = (await scene.Shortcuts.SubmitAsync(passed), await scene.Shortcuts.SubmitAsync(returned));
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var visitor = reviewer.Visitor;

            await OpenAsync(reviewer, ids.Item1);
            await visitor.PressAsync(reviewer.Decision("审核通过"), "Enter");
            await visitor.SeesAsync(visitor.Dialog().GetByRole(AriaRole.Radio).First);
            await visitor.PressAsync(visitor.Button("审核通过", visitor.Dialog()), "Enter");
            await reviewer.NoticedAsync("审核通过", passed.Name);
            await visitor.PressAsync(visitor.Page.Locator($"nav a[href='{reviewer.Portal}']").First, "Enter");
            await OpenAsync(reviewer, ids.Item2);
            await visitor.PressAsync(reviewer.Decision("审核不通过"), "Enter");
            await visitor.TypeAsync(visitor.Dialog().GetByRole(AriaRole.Textbox).First, "缺少证明材料");
            await visitor.PressAsync(visitor.Button("审核不通过", visitor.Dialog()), "Enter");
            await reviewer.NoticedAsync("审核不通过", returned.Name);
        });

    private static async Task OpenAsync(Reviewer reviewer, string id)
    {
        var visitor = reviewer.Visitor;
        await visitor.TypeAsync(visitor.Field("姓名、单位或申报编号"), id);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync(reviewer.Row(id));
        await visitor.PressAsync(reviewer.Row(id).GetByRole(AriaRole.Link), "Enter");
        await visitor.SeesAsync(reviewer.Decision("审核通过"));
    }

    private static async Task FillItemAsync(Declarant declarant, int year)
    {
        var visitor = declarant.Visitor;
        await visitor.PressAsync(visitor.Page.Locator("#add-item"), "Enter");
        await visitor.SeesAsync(declarant.ItemForm);
        await ChooseAsync(visitor, "申报年度", $"{year} 年度");
        await visitor.PressAsync(declarant.ItemForm.GetByRole(AriaRole.Radio).First, "Space");
        await visitor.TypeAsync(visitor.Field("学习内容名称"), "公需科目专题讲座");
        await ChooseFirstAsync(visitor, "学习形式");
        await visitor.TypeAsync(visitor.Field("申报学时"), "8");
        await visitor.TypeAsync(declarant.Organisers, "湖南省湘澜继续教育基地");
        await TypeDateAsync(visitor, "开始日期", year);
        await TypeDateAsync(visitor, "结束日期", year);
        await visitor.PressAsync(visitor.Button("保存", declarant.ItemForm), "Enter");
        await declarant.SavedAsync();
    }

    // A date field takes its parts one after the other, in the order of the browser's own language.
    private static async Task TypeDateAsync(Visitor visitor, string label, int year)
    {
        var field = visitor.Field(label);
        await visitor.TypeAsync(field, $"0909{year}");
        if (await field.InputValueAsync() != $"{year}-09-09")
        {
            await visitor.PressAsync(field, "Shift+Tab");
            await visitor.TypeAsync(field, $"{year}0909");
        }
    }

    private static async Task UploadAsync(Visitor visitor, ProvincePerson person)
    {
        var year = Shortcuts.YearsOf(person)[0];
        var file = EvidenceFiles.Certificate(person, year, "8");
        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() =>
            visitor.PressAsync(visitor.Page.Locator($"#upload-{year}"), "Enter")
        );
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = file.Name,
                MimeType = file.ContentType,
                Buffer = file.Bytes,
            }
        );
        await visitor.SeesAsync(visitor.Button($"删除：{file.Name}"));
    }

    private static Task ChooseFirstAsync(Visitor visitor, string label) => ChooseAsync(visitor, label, null);

    private static async Task ChooseLastAsync(Visitor visitor, string label)
    {
        await visitor.PressAsync(visitor.Field(label), "Enter");
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task ChooseAsync(Visitor visitor, string label, string? choice)
    {
        await visitor.PressAsync(visitor.Field(label), "Enter");
        var active = visitor.Page.Locator(
            ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active"
        );
        await visitor.SeesAsync(active);
        while (choice is not null && await active.GetAttributeAsync("title") != choice)
        {
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
        }

        await visitor.Page.Keyboard.PressAsync("Enter");
    }
}
