using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Declarations;
using DeclarationStatus = CeActors.Contracts.Declarations.DeclarationStatus;

namespace CeActors.Simulation.Stories;

/// <summary>
/// A person files, and person and reviewers do with the declaration whatever may be done with it, in an order drawn from the seed: they
/// act at the same time, on versions that are gone, and send what they had decided long ago.
/// </summary>
internal sealed class DeclarationStory(World world, int number)
{
    private const double Races = 0.3;
    private const double DecidesLongBefore = 0.12;
    private readonly Client _client = new(world, $"person{number}");
    private readonly Caller _person = Office.Person(number);
    private string _id = "";
    private DeclarationStatus _status;
    private long _version;
    private string? _holder;

    private Chance Chance => world.Chance;

    private IDeclaration Declaration => world.Grains.GetGrain<IDeclaration>(_id);

    public async Task RunAsync()
    {
        await world.Wait(Chance.Milliseconds(0, 2_000));
        if (await FileAsync())
        {
            var acts = 3 + Chance.Below(7);
            for (var act = 0; act < acts && world.Promises.Broken is null; act++)
            {
                if (Chance.Happens(0.5))
                {
                    await world.Wait(Chance.Milliseconds(0, 4_000));
                }

                if (!await ActAsync())
                {
                    break;
                }
            }
        }

        await _client.EndAsync();
    }

    private async Task<bool> FileAsync()
    {
        var submits = Chance.Happens(0.7);
        var sent = _client.Command(
            "file",
            _person,
            null,
            submits ? DeclarationActions.Submitted : DeclarationActions.Created,
            null
        );
        var filing = Office.Filing(sent.Header, submits);
        var professional = world.Grains.GetGrain<IProfessional>(_person.PersonId);
        var outcome = await _client.SendAsync(sent, () => professional.FileDeclarationAsync(filing));
        if (outcome.Value is not { } receipt)
        {
            return false;
        }

        _id = receipt.DeclarationId;
        Know(receipt);
        return true;
    }

    /// <summary>One thing that may be done now, or two at once; false when nothing is left to do.</summary>
    private async Task<bool> ActAsync()
    {
        if (Choose() is not { } act)
        {
            return false;
        }

        if (Chance.Happens(DecidesLongBefore))
        {
            var wait = Chance.Milliseconds(0, 20_000);
            _client.Besides(async () =>
            {
                await world.Wait(wait);
                await act();
            });
            return true;
        }

        Outcome<DeclarationReceipt> outcome;
        if (Chance.Happens(Races) && Choose() is { } other)
        {
            var both = await Task.WhenAll(act(), other());
            if (_client.HasGivenUp)
            {
                return false;
            }

            outcome = both[0].IsAccepted ? both[0] : both[1];
            if (both[0].IsAccepted && both[1].IsAccepted)
            {
                outcome = both[0].Value!.Version > both[1].Value!.Version ? both[0] : both[1];
            }
        }
        else
        {
            outcome = await act();
        }

        if (outcome.Value is { } receipt)
        {
            Know(receipt);
            return true;
        }

        return !_client.HasGivenUp && await LookAsync();
    }

    private Func<Task<Outcome<DeclarationReceipt>>>? Choose()
    {
        var dice = Chance.Below(10);
        return _status switch
        {
            DeclarationStatus.Draft or DeclarationStatus.Returned or DeclarationStatus.Withdrawn => dice switch
            {
                0 => Delete(),
                1 or 2 => SaveHead(),
                _ => Submit(),
            },
            DeclarationStatus.PendingEmployer => dice switch
            {
                < 5 => Pass(Office.Department),
                5 => Pass(Office.UpperDepartment),
                6 or 7 => Return(),
                _ => Withdraw(),
            },
            DeclarationStatus.PendingSuperior when _holder == Office.Department => dice switch
            {
                < 3 => Pass(Office.UpperDepartment),
                < 7 => Reroute(Office.UpperDepartment),
                7 => Return(),
                _ => Withdraw(),
            },
            DeclarationStatus.PendingSuperior => dice switch
            {
                < 4 => Pass(Office.Agency),
                < 7 => Reroute(Office.Department),
                7 => Return(),
                _ => Withdraw(),
            },
            DeclarationStatus.PendingAgency => dice switch
            {
                < 4 => Pass(null),
                < 7 => Return(),
                _ => Withdraw(),
            },
            DeclarationStatus.Recognised => dice < 4 ? Revoke() : null,
            _ => null,
        };
    }

    private Func<Task<Outcome<DeclarationReceipt>>> Submit() =>
        Own(
            "submit",
            DeclarationActions.Submitted,
            (declaration, header) => declaration.SubmitAsync(new SubmitDeclaration(header))
        );

    private Func<Task<Outcome<DeclarationReceipt>>> SaveHead() =>
        Own(
            "save-head",
            null,
            (declaration, header) =>
                declaration.SaveHeadAsync(new SaveHead(header, Office.Head with { Note = $"第{Chance.Below(9)}稿" }))
        );

    private Func<Task<Outcome<DeclarationReceipt>>> Delete() =>
        Own(
            "delete",
            DeclarationActions.Deleted,
            (declaration, header) => declaration.DeleteAsync(new DeleteDeclaration(header))
        );

    private Func<Task<Outcome<DeclarationReceipt>>> Withdraw() =>
        Own(
            "withdraw",
            DeclarationActions.Withdrawn,
            (declaration, header) => declaration.WithdrawAsync(new WithdrawDeclaration(header))
        );

    private Func<Task<Outcome<DeclarationReceipt>>> Pass(string? next)
    {
        var unit = _holder!;
        return Review(
            "pass",
            unit,
            DeclarationActions.Passed,
            (declaration, header) => declaration.PassAsync(new PassDeclaration(header, unit, next, header.CommandId))
        );
    }

    private Func<Task<Outcome<DeclarationReceipt>>> Return()
    {
        var unit = _holder!;
        return Review(
            "return",
            unit,
            DeclarationActions.Returned,
            (declaration, header) => declaration.ReturnAsync(new ReturnDeclaration(header, unit, header.CommandId, []))
        );
    }

    private Func<Task<Outcome<DeclarationReceipt>>> Reroute(string next)
    {
        var unit = _holder!;
        return Review(
            "reroute",
            unit,
            DeclarationActions.Rerouted,
            (declaration, header) =>
                declaration.RerouteAsync(new RerouteDeclaration(header, unit, next, header.CommandId))
        );
    }

    private Func<Task<Outcome<DeclarationReceipt>>> Revoke() =>
        Review(
            "revoke",
            Office.Agency,
            DeclarationActions.Revoked,
            (declaration, header) =>
                declaration.RevokeAsync(new RevokeRecognition(header, Office.Agency, header.CommandId))
        );

    private Func<Task<Outcome<DeclarationReceipt>>> Own(
        string kind,
        string? action,
        Func<IDeclaration, CommandHeader, Task<Outcome<DeclarationReceipt>>> call
    ) => By(_person, kind, action, call);

    private Func<Task<Outcome<DeclarationReceipt>>> Review(
        string kind,
        string unit,
        string action,
        Func<IDeclaration, CommandHeader, Task<Outcome<DeclarationReceipt>>> call
    ) => By(Office.ReviewerOf(unit), kind, action, call);

    private Func<Task<Outcome<DeclarationReceipt>>> By(
        Caller caller,
        string kind,
        string? action,
        Func<IDeclaration, CommandHeader, Task<Outcome<DeclarationReceipt>>> call
    )
    {
        var sent = _client.Command(kind, caller, action is null ? null : _version, action, _id);
        var declaration = Declaration;
        return () => _client.SendAsync(sent, () => call(declaration, sent.Header));
    }

    private void Know(DeclarationReceipt receipt)
    {
        if (receipt.Version >= _version)
        {
            (_status, _version, _holder) = (receipt.Status, receipt.Version, receipt.HolderUnitCode);
        }
    }

    /// <summary>Looks where the declaration is; false when it is gone for good.</summary>
    private async Task<bool> LookAsync()
    {
        while (world.Promises.Broken is null)
        {
            try
            {
                if ((await Declaration.GetAsync(_person)).Value is not { } view)
                {
                    return false;
                }

                (_status, _version, _holder) = (view.Status, view.Version, view.Holder?.Code);
                return true;
            }
            catch (Exception exception)
            {
                world.Cluster.Say($"{_id} could not be looked at: {exception.Message}");
                await world.Wait(Chance.Milliseconds(100, 2_000));
            }
        }

        return false;
    }
}
