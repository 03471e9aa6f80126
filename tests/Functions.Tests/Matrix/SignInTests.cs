using System.Security.Cryptography;
using CeActors.Functions.Hosting;
using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Every kind of bad token at every endpoint: 401 with a problem document, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class SignInTests(MatrixWorld world) : ChangesNothing(world)
{
    // Making one takes long, and any will do.
    private static readonly RSA Other = RSA.Create(2048);

    private static readonly TimeSpan BeyondSkew = SignIn.ClockSkew + TimeSpan.FromSeconds(30);

    public static TheoryData<string> SignedIn => MatrixData.Of(operation => operation.NeedsSignIn);

    [Theory]
    [MemberData(nameof(SignedIn))]
    public async Task Nobody_gets_in_without_a_good_token(string id)
    {
        var stage = World.StageOf(id);
        foreach (var (kind, token) in BadTokens(stage.Subject))
        {
            var reply = await stage.SendAsync(new Caller(World.Http, token), Stage.JsonContent(stage.Body));

            reply.Code.ShouldBe(401, $"{kind}: {reply.Text}");
            reply.RequireProblem(401, "not-signed-in");
            reply.Response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        }
    }

    [Fact]
    public async Task A_good_token_gets_in_which_differs_from_the_bad_ones_in_one_thing_each()
    {
        var good = World.Issuer.Token(World.StageOf("getMe").Subject);

        (await new Caller(World.Http, good).GetAsync("/api/me")).RequireOk();
        (await new Caller(World.Http, good + "x").GetAsync("/api/me")).RequireProblem(401);
        (await new Caller(World.Http, good[..^10]).GetAsync("/api/me")).RequireProblem(401);
        // Another's claims under this signature.
        var parts = good.Split('.');
        var other = World.Issuer.Token("somebody-else").Split('.')[1];
        (await new Caller(World.Http, $"{parts[0]}.{other}.{parts[2]}").GetAsync("/api/me")).RequireProblem(401);
        (await new Caller(World.Http, $"{parts[0]}.{parts[1]}.").GetAsync("/api/me")).RequireProblem(401);
    }

    [Theory]
    [InlineData("Basic c29tZWJvZHk6ZGVtbw==")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("nonsense")]
    public async Task An_authorization_of_another_kind_is_401(string header)
    {
        var reply = await World.Anyone.SendRawAsync(
            HttpMethod.Get,
            "/api/me",
            null,
            change: request => request.Headers.TryAddWithoutValidation("Authorization", header)
        );

        reply.RequireProblem(401, "not-signed-in");
    }

    [Fact]
    public async Task A_token_in_the_address_is_no_sign_in()
    {
        var token = World.Issuer.Token(World.StageOf("getMe").Subject);

        (await World.Anyone.GetAsync($"/api/me?access_token={token}")).RequireProblem(401);
    }

    private IEnumerable<(string Kind, string? Token)> BadTokens(string subject)
    {
        var issuer = World.Issuer;
        yield return ("none", null);
        yield return ("garbage", "nonsense");
        yield return ("three parts of garbage", "a.b.c");
        yield return ("another audience", issuer.Token(subject, audience: "another"));
        yield return ("no audience", issuer.Token(subject, audience: null));
        yield return ("another type", issuer.Token(subject, type: "JWT"));
        yield return ("expired", issuer.Token(subject, expiresIn: -BeyondSkew));
        yield return ("not yet valid", issuer.Token(subject, startsIn: BeyondSkew));
        yield return ("another issuer", issuer.Token(subject, issuer: "http://127.0.0.1:1/"));
        yield return ("no subject", issuer.Token(null));
        yield return ("too long a subject", issuer.Token(new string('s', RequestLimits.SubjectCharactersMax + 1)));
        yield return ("unsigned", issuer.UnsignedToken(subject));
        foreach (var form in issuer.PublicKeyForms)
        {
            yield return ("signed with the public key", issuer.TokenSignedWithThePublicKey(subject, form));
        }

        yield return ("another key of the same name", issuer.Token(subject, key: Named(issuer.Key.KeyId)));
        yield return ("an unknown key", issuer.Token(subject, key: Named("unknown")));
        yield return ("a key without a name", issuer.Token(subject, key: Named("")));
    }

    private static RsaSecurityKey Named(string name) => new(Other) { KeyId = name };
}
