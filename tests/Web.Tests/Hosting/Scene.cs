using CeActors.Local.Province;
using CeActors.Testing;
using Shouldly;

namespace CeActors.Web.Tests.Hosting;

/// <summary>One test on the stage: its visitors and what went wrong around them.</summary>
public sealed class Scene(WebStage stage, string name) : IAsyncDisposable
{
    private readonly List<Visitor> _visitors = [];

    /// <summary>The stage.</summary>
    public WebStage Stage => stage;

    /// <summary>Units and people.</summary>
    public Town Town => stage.Town;

    /// <summary>Ways to a state that the test starts from.</summary>
    public Shortcuts Shortcuts => stage.Shortcuts;

    /// <summary>Somebody with a browser of their own who has not signed in.</summary>
    public async Task<Visitor> VisitorAsync(Look look)
    {
        var visitor = await Visitor.ComeAsync(stage, look, _visitors.Count);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Somebody who opens this address and signs in.</summary>
    public async Task<Visitor> SignedInAsync(Look look, string account, string path = "/")
    {
        var visitor = await VisitorAsync(look);
        await visitor.SignInAsync(account, path);
        return visitor;
    }

    /// <summary>A new employee.</summary>
    public Task<ProvincePerson> PersonAsync(ProvinceUnit employer) => Town.PersonAsync(employer);

    /// <exception cref="ShouldAssertException">A page had an error that the test does not expect.</exception>
    public void RequireNoTrouble() =>
        string.Join(Environment.NewLine, _visitors.SelectMany(visitor => visitor.Troubles.All)).ShouldBeEmpty();

    /// <summary>Leaves pictures and pages of all visitors, and what went wrong, where the reader of a failure looks.</summary>
    public async Task LeaveEvidenceAsync()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "tests", "web", name);
        Directory.CreateDirectory(folder);
        foreach (var visitor in _visitors)
        {
            await visitor.LeaveEvidenceAsync(folder);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }
    }
}
