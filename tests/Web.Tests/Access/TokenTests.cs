using System.Collections.Concurrent;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Access;

/// <summary>Where tokens are and, above all, are not.</summary>
[Collection(WebCollection.Name)]
public sealed class TokenTests(WebStage stage)
{
    // Everything that outlives the page's memory, as one text.
    private const string Kept = """
        async () => {
          const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
          for (const { name } of await indexedDB.databases()) {
            const database = await new Promise((done, failed) => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => done(opening.result);
              opening.onerror = () => failed(opening.error);
            });
            for (const store of database.objectStoreNames) {
              const rows = await new Promise((done, failed) => {
                const reading = database.transaction(store).objectStore(store).getAll();
                reading.onsuccess = () => done(reading.result);
                reading.onerror = () => failed(reading.error);
              });
              found.push(JSON.stringify(rows));
            }
            database.close();
          }
          return found.join('\n');
        }
        """;

    [Fact]
    public Task Whoever_signs_out_in_one_tab_is_signed_out_in_the_others_and_nobody_is_signed_in_again_by_itself() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            var visitor = await scene.SignedInAsync(Look.Desktop, person.Account, "/individual");
            await visitor.SeesAsync("新增学时核认申报");
            var first = await visitor.NewTabAsync("/individual");
            await visitor.SeesAsync("新增学时核认申报");
            var second = visitor.Page;
            var comesBack = 0;
            visitor.Context.Request += (_, request) =>
                comesBack += new Uri(request.Url).AbsolutePath is "/connect/authorize" or "/connect/token" ? 1 : 0;

            visitor.TurnTo(first);
            var signedOut = first.WaitForResponseAsync(answer => answer.Url.Contains("/connect/logout"));
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "账户" }).ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "退出登录" }).ClickAsync();
            await signedOut;
            await visitor.SeesAsync(visitor.Button("登录").Last);

            visitor.TurnTo(second);
            await visitor.SeesAsync(visitor.Button("登录").Last);
            await Expect(second.GetByText(person.Name)).ToHaveCountAsync(0);
            comesBack.ShouldBe(0);

            // Only the authority's own question leads back in.
            await second.ReloadAsync();
            await visitor.OpenAsync("/individual");
            await visitor.FillLoginAsync(person.Account);
            await visitor.SeesAsync("新增学时核认申报");
        });

    [Fact]
    public Task Tokens_are_in_no_address_and_in_nothing_that_is_stored() =>
        stage.PlayAsync(async scene =>
        {
            var person = await scene.PersonAsync(scene.Town.School);
            var visitor = await scene.VisitorAsync(Look.Desktop);
            var (addresses, tokens) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
            visitor.Context.Request += (_, request) => addresses.Enqueue(request.Url);
            var answered = visitor.Page.WaitForResponseAsync(response =>
                response.Url.EndsWith("/connect/token", StringComparison.Ordinal)
            );

            await visitor.SignInAsync(person.Account, "/individual");
            foreach (var member in (await (await answered).JsonAsync())!.Value.EnumerateObject())
            {
                if (member.Name.EndsWith("_token", StringComparison.Ordinal))
                {
                    tokens.Enqueue(member.Value.GetString()!);
                }
            }

            await visitor.SeesAsync(visitor.Look.Say("新增学时核认申报", "New declaration"));
            tokens.ShouldNotBeEmpty();
            var kept = await visitor.Page.EvaluateAsync<string>(Kept);
            var history = await visitor.Page.EvaluateAsync<string>(
                "() => location.href + JSON.stringify(history.state)"
            );
            foreach (var token in tokens)
            {
                kept.ShouldNotContain(token);
                history.ShouldNotContain(token);
                addresses.ShouldAllBe(address => !address.Contains(token, StringComparison.Ordinal));
            }

            history.ShouldNotContain("code=");
        });

    [Fact]
    public Task The_policy_of_every_page_has_no_inline_script_and_no_third_party() =>
        stage.PlayAsync(async scene =>
        {
            var visitor = await scene.VisitorAsync(Look.Desktop);
            string[] own = [stage.Front.Authority, stage.Identity.Authority, stage.Blobs.Authority];
            foreach (var path in (string[])["/", "/verify", "/individual", "/units/X", "/agencies/X", "/no-such-page"])
            {
                var answer = await visitor.Context.APIRequest.GetAsync(path);

                var directives = answer.Headers["content-security-policy"].Split(';', StringSplitOptions.TrimEntries);
                var script = directives.Single(directive =>
                    directive.StartsWith("script-src ", StringComparison.Ordinal)
                );
                script.ShouldNotContain("unsafe");
                script.ShouldBe("script-src 'self'");
                foreach (var source in directives.SelectMany(directive => directive.Split(' ').Skip(1)))
                {
                    var isOwn = source.StartsWith('\'') || source is "data:" or "blob:";
                    (isOwn || own.Contains(source.Replace("http://", ""))).ShouldBeTrue($"{path}: {source}");
                }

                (await answer.TextAsync()).ShouldNotContain("<script>");
            }
        });
}
