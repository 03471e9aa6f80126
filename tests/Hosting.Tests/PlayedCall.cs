using System.Reflection;
using Orleans.Serialization.Invocation;

namespace CeActors.Hosting.Tests;

/// <summary>A call that is answered when the test says so.</summary>
internal sealed class PlayedCall : IOutgoingGrainCallContext
{
    public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IGrainContext? SourceContext => null;

    public IInvokable Request => throw new NotSupportedException();

    public object Grain => throw new NotSupportedException();

    public MethodInfo InterfaceMethod => throw new NotSupportedException();

    public object? Result { get; set; }

    public Response? Response { get; set; }

    public GrainId? SourceId => null;

    public GrainId TargetId { get; init; } = GrainId.Create("unit", "1");

    public GrainInterfaceType InterfaceType => default;

    public string InterfaceName => "";

    public string MethodName => "";

    public Task Invoke() => Answer.Task;
}
