using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>
/// Activations that are told to end while they work, as happens to many when a silo dies with their part of the directory: they
/// finish what they are at, and take no other call until then.
/// </summary>
public sealed class EndingActivationTests(EndingActivationFixture cluster) : IClassFixture<EndingActivationFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_submission_is_decided_at_once_although_its_activation_is_about_to_end()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        var draft = await office.FileAsync(person, submit: false);
        cluster.Asking.EndsAsker = true;

        var submitted = await office
            .Declaration(draft.DeclarationId)
            .SubmitAsync(new SubmitDeclaration(Office.Header(person, draft.Version, revision: draft.DraftRevision)))
            .WaitAsync(Soon);

        Office.Accepted(submitted).Status.ShouldBe(DeclarationStatus.PendingEmployer);
        cluster.Asking.EndedCount.ShouldBeGreaterThan(0);
    }
}

/// <summary>One silo in which a test can end the activation of whoever asks for a filing context, while they ask.</summary>
public sealed class EndingActivationFixture : ClusterFixture
{
    /// <summary>What ends activations.</summary>
    public EndingAskers Asking { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.AddOutgoingGrainCallFilter(Asking);
        silo.Services.Replace(
            ServiceDescriptor.Singleton(new RuleSetCatalog(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!))
        );
    }

    /// <summary>Ends the activation that makes the call, before it is sent.</summary>
    public sealed class EndingAskers : IOutgoingGrainCallFilter
    {
        private int _endedCount;

        /// <summary>Whether it does.</summary>
        public volatile bool EndsAsker;

        /// <summary>Activations ended.</summary>
        public int EndedCount => Volatile.Read(ref _endedCount);

        /// <inheritdoc />
        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (EndsAsker && context.MethodName == nameof(IProfessional.GetFilingContextAsync))
            {
                Interlocked.Increment(ref _endedCount);
                context.SourceContext!.Deactivate(
                    new DeactivationReason(
                        DeactivationReasonCode.DirectoryFailure,
                        "Its part of the directory is gone."
                    )
                );
            }

            return context.Invoke();
        }
    }
}
