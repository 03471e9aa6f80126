using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Contracts.Statements;
using CeActors.Domain.Identity;
using CeActors.Grains.Tests;
using CeActors.Grains.Tests.Declarations;
using ResidentRegister = CeActors.Domain.Professionals.ResidentRegister;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>
/// Everything that can be commanded, once, by people and units of its own: the registry, a declaration from its draft to its revocation, one
/// that is batched, one that is deleted. Each step makes its command once and can send it again.
/// </summary>
internal sealed class Story(WriteSitesFixture cluster, StoryWrites writes)
{
    private static readonly Caller Administrator = Office.Administrator;
    private readonly Dictionary<string, object> _commands = [];
    private readonly Dictionary<string, DeclarationReceipt> _receipts = [];
    private readonly string _agency = ClusterFixture.UniqueUnitCode("A");
    private readonly string _upper = ClusterFixture.UniqueUnitCode("U");
    private readonly string _department = ClusterFixture.UniqueUnitCode("D");
    private readonly string _employer = ClusterFixture.UniqueUnitCode("E");
    private readonly Caller _reviewer = Office.NewCaller();
    private readonly Caller _person = Office.NewCaller();
    private readonly Caller _account = Office.NewCaller();
    private readonly string _residentId = Office.NewResidentId();
    private readonly string _correctedResidentId = Office.NewResidentId();
    private readonly string _abandonedResidentId = Office.NewResidentId();
    private string _step = "";
    private string? _statement;

    /// <summary>The units, for who looks at their queues.</summary>
    public IReadOnlyList<string> Units => [_agency, _upper, _department, _employer];

    /// <summary>The declarations that the story has opened.</summary>
    public IEnumerable<IDeclaration> Declarations =>
        _receipts.Values.Select(receipt => receipt.DeclarationId).Distinct().Select(DeclarationOf);

    /// <summary>The person.</summary>
    public IProfessional Professional => cluster.Grains.GetGrain<IProfessional>(_person.PersonId);

    /// <summary>The person's sign-in.</summary>
    public Caller Person => _person;

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<(string Name, Func<Task<Told>> Send)> Steps =>
        [
            ("register agency", () => RegisterAsync(_agency, UnitKind.Agency, null, null)),
            ("register upper", () => RegisterAsync(_upper, UnitKind.SupervisingDepartment, null, _agency)),
            ("register department", () => RegisterAsync(_department, UnitKind.SupervisingDepartment, _upper, null)),
            ("register employer", () => RegisterAsync(_employer, UnitKind.Employer, _department, null)),
            ("clerk", () => MemberAsync(_agency, UnitRoles.Clerk | UnitRoles.Auditor)),
            ("upper reviewer", () => MemberAsync(_upper, UnitRoles.Reviewer)),
            ("department reviewer", () => MemberAsync(_department, UnitRoles.Reviewer)),
            ("employer reviewer", () => MemberAsync(_employer, UnitRoles.Reviewer)),
            ("remove member", RemoveMemberAsync),
            ("renew place", RenewAsync),
            ("reviewer again", () => MemberAsync(_employer, UnitRoles.Reviewer)),
            ("register person", RegisterPersonAsync),
            ("correct person", CorrectPersonAsync),
            ("link account", LinkAsync),
            ("give up resident id", GiveUpAsync),
            ("import hours", ImportAsync),
            ("draft", () => FileAsync(2024, submit: false)),
            ("save head", () => Own(header => Main.SaveHeadAsync(new SaveHead(header, Office.Head)))),
            (
                "add item",
                () => Own(header => Main.AddItemAsync(new AddItem(header, Office.Item(2023, "general", "10"))))
            ),
            (
                "change item",
                () =>
                    Own(header =>
                        Main.ChangeItemAsync(
                            new ChangeItem(header, Created("add item"), Office.Item(2023, "general", "11"))
                        )
                    )
            ),
            (
                "add another",
                () => Own(header => Main.AddItemAsync(new AddItem(header, Office.Item(2023, "professional", "1"))))
            ),
            ("remove item", () => Own(header => Main.RemoveItemAsync(new RemoveItem(header, Created("add another"))))),
            (
                "confirm imports",
                () =>
                    Own(header =>
                        Main.ConfirmImportsAsync(new ConfirmImports(header, new ConfirmedImports(2025, ["R-1"])))
                    )
            ),
            ("reserve evidence", () => Own(header => Main.ReserveEvidenceAsync(Evidence(header)))),
            (
                "bind evidence",
                () =>
                    Own(header =>
                        Main.BindEvidenceAsync(
                            new BindEvidence(
                                header,
                                Created("reserve evidence"),
                                new string('a', 64),
                                "application/pdf",
                                100
                            )
                        )
                    )
            ),
            ("reserve another", () => Own(header => Main.ReserveEvidenceAsync(Evidence(header)))),
            (
                "remove evidence",
                () => Own(header => Main.RemoveEvidenceAsync(new RemoveEvidence(header, Created("reserve another"))))
            ),
            ("submit", () => Own(header => Main.SubmitAsync(new SubmitDeclaration(header)))),
            ("withdraw", () => Own(header => Main.WithdrawAsync(new WithdrawDeclaration(header)))),
            ("submit again", () => Own(header => Main.SubmitAsync(new SubmitDeclaration(header)))),
            (
                "return",
                () => Review(header => Main.ReturnAsync(new ReturnDeclaration(header, _employer, "材料不清晰", [])))
            ),
            ("submit once more", () => Own(header => Main.SubmitAsync(new SubmitDeclaration(header)))),
            ("employer passes", () => PassAsync(_employer, _department)),
            (
                "reroute",
                () =>
                    Review(header =>
                        Main.RerouteAsync(new RerouteDeclaration(header, _department, _upper, "应直接办理"))
                    )
            ),
            ("upper passes", () => PassAsync(_upper, _agency)),
            ("agency passes", () => PassAsync(_agency, null)),
            ("issue statement", IssueAsync),
            ("record rendering", RecordAsync),
            ("revoke", () => Review(header => Main.RevokeAsync(new RevokeRecognition(header, _agency, "抽查不实")))),
            ("file and submit", () => FileAsync(2022, submit: true)),
            ("employer passes second", () => PassAsync(_employer, _department)),
            ("department passes second", () => PassAsync(_department, _agency)),
            ("batch", BatchAsync),
            ("file a third", () => FileAsync(2021, submit: false)),
            ("delete", () => Own(header => Main.DeleteAsync(new DeleteDeclaration(header)))),
        ];

    private DeclarationReceipt At => _receipts["at"];

    /// <summary>The declaration that the story is about now.</summary>
    private IDeclaration Main => DeclarationOf(At.DeclarationId);

    /// <summary>Sends a step's command, for the first time or again.</summary>
    public async Task<Told> SendAsync((string Name, Func<Task<Told>> Send) step)
    {
        _step = step.Name;
        writes.Enter(step.Name);
        return await step.Send();
    }

    /// <summary>The story goes on from what was told.</summary>
    public void GoOn(string step, Told told)
    {
        if (told.Receipt is { } receipt)
        {
            _receipts[step] = receipt;
            _receipts["at"] = receipt;
        }
    }

    /// <summary>The part that a unit plays, instead of its code; for comparing stories.</summary>
    public string PartOf(string? unit) =>
        unit is null ? "nobody"
        : unit == _agency ? "agency"
        : unit == _upper ? "upper"
        : unit == _department ? "department"
        : "employer";

    private IDeclaration DeclarationOf(string id) => cluster.Grains.GetGrain<IDeclaration>(id);

    private IReviewUnit UnitOf(string code) => cluster.Grains.GetGrain<IReviewUnit>(code);

    private string Created(string step) => _receipts[step].CreatedId!;

    private T Once<T>(Func<T> make)
        where T : notnull
    {
        if (!_commands.TryGetValue(_step, out var command))
        {
            _commands[_step] = command = make();
        }

        return (T)command;
    }

    private async Task<Told> Own(Func<CommandHeader, Task<Outcome<DeclarationReceipt>>> send) =>
        Told.Of(await send(Once(() => Office.Header(_person, At.Version))));

    private async Task<Told> Review(Func<CommandHeader, Task<Outcome<DeclarationReceipt>>> send) =>
        Told.Of(await send(Once(() => Office.Header(_reviewer, At.Version))));

    private Task<Told> PassAsync(string unit, string? next) =>
        Review(header => Main.PassAsync(new PassDeclaration(header, unit, next, null)));

    private static ReserveEvidence Evidence(CommandHeader header) =>
        new(header, 2024, "证书.pdf", "application/pdf", 100);

    private async Task<Told> RegisterAsync(string code, UnitKind kind, string? parent, string? agency)
    {
        var header = Once(() => Office.Header(Administrator));
        var command = new RegisterUnit(header, $"单位{code}", kind, "430100", null, parent, agency, true, true);
        return Told.Of(await UnitOf(code).RegisterAsync(command));
    }

    private async Task<Told> MemberAsync(string unit, UnitRoles roles)
    {
        var header = Once(() => Office.Header(Administrator));
        return Told.Of(
            await UnitOf(unit).SetMemberAsync(new SetMember(header, _reviewer.PersonId, "李审核", roles, null))
        );
    }

    private async Task<Told> RemoveMemberAsync()
    {
        var header = Once(() => Office.Header(Administrator));
        return Told.Of(await UnitOf(_employer).RemoveMemberAsync(new RemoveMember(header, _reviewer.PersonId)));
    }

    private async Task<Told> RenewAsync()
    {
        // As the tree asks, which waits for no answer.
        await UnitOf(_employer).RenewPlaceAsync(0);
        return new Told("renewed", null, null);
    }

    private async Task<Told> RegisterPersonAsync()
    {
        var header = Once(() => Office.Header(Administrator));
        return Told.Of(
            await Professional.RegisterAsync(new RegisterProfessional(header, "王小明", _residentId, _employer, "讲师"))
        );
    }

    private async Task<Told> CorrectPersonAsync()
    {
        var header = Once(() => Office.Header(Administrator));
        return Told.Of(
            await Professional.RegisterAsync(
                new RegisterProfessional(header, "王小明", _correctedResidentId, _employer, "讲师")
            )
        );
    }

    private async Task<Told> LinkAsync()
    {
        var header = Once(() => Office.Header(Administrator));
        return Told.Of(
            await UnitOf(_employer)
                .SetMemberAsync(
                    new SetMember(header, _account.PersonId, "李审核", UnitRoles.Reviewer, _person.PersonId)
                )
        );
    }

    private async Task<Told> GiveUpAsync()
    {
        // As a register asks, which waits for no answer. It was reserved by a registration that was cut off.
        var digest = ResidentId.TryParse(_abandonedResidentId, DateOnly.MaxValue)!.RegisterDigest;
        var register = cluster.Grains.GetGrain<IResidentRegister>(ResidentRegister.KeyOf(digest));
        if (!_commands.TryGetValue(_step, out var number))
        {
            var reserved = await register.ReserveAsync(new ResidentIdWish(digest, _account.PersonId, 0));
            _commands[_step] = number = reserved.Value!.Number;
        }

        await cluster.Grains.GetGrain<IProfessional>(_account.PersonId).GiveUpResidentIdAsync(digest, (long)number);
        return new Told("given up", null, null);
    }

    private async Task<Told> ImportAsync()
    {
        var header = Once(() => Office.Header(Office.Platform));
        var record = new ImportedRecord("R-1", 2025, true, "师德师风", "省教育厅", 40, "2025-05-01");
        return Told.Of(await Professional.ImportHoursAsync(new ImportHours(header, [record])));
    }

    private async Task<Told> FileAsync(int year, bool submit) =>
        Told.Of(await Professional.FileDeclarationAsync(Once(() => Office.Filing(_person, submit, year: year))));

    private async Task<Told> IssueAsync()
    {
        var header = Once(() => Office.Header(_person));
        var outcome = await Professional.IssueStatementAsync(new IssueStatement(header, 2022, 2026));
        _statement = outcome.Value?.Content.Number;
        return Told.Of(outcome);
    }

    private async Task<Told> RecordAsync() =>
        Told.Of(
            await cluster.Grains.GetGrain<IStatement>(_statement!).RecordRenderingAsync(_person, new string('b', 64))
        );

    private async Task<Told> BatchAsync()
    {
        var batch = cluster.Grains.GetGrain<IBatchReview>($"batch-{writes.Id}");
        cluster.Watch.Own(batch, writes);
        var start = Once(() =>
            new StartBatch(
                Office.Header(_reviewer),
                _agency,
                [new BatchItem(At.DeclarationId, At.Version)],
                Passes: true,
                null
            )
        );
        await batch.StartAsync(start);
        return Told.Of(
            await Eventually.ValueAsync(
                "the batch to be finished",
                () =>
                {
                    cluster.Time.Advance(TimeSpan.FromSeconds(1)); // for its waits between attempts
                    return batch.GetAsync(_reviewer);
                },
                outcome => outcome.Value?.IsFinished == true
            )
        );
    }
}
