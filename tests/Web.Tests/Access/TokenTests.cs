using System.Collections.Concurrent;
using CeActors.Web.Tests.Hosting;
using Shouldly;
using Xunit;

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
