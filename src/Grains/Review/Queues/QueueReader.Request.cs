using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CeActors.Contracts.Declarations;

namespace CeActors.Grains.Review.Queues;

/// <content>What one list asked for, and the batches on their way to it.</content>
public sealed partial class QueueReader
{
    private sealed class Request(string prefix, CancellationToken cancellation)
    {
        private readonly Channel<IReadOnlyList<QueueEntry>> _batches = Channel.CreateUnbounded<
            IReadOnlyList<QueueEntry>
        >(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        private List<QueueEntry> _batch = [];

        public string Prefix { get; } = prefix;

        public CancellationToken Cancellation { get; } = cancellation;

        // "w|E0001|" asks for a part of "w|".
        public string ListPrefix { get; } = prefix[..(prefix.IndexOf('|') + 1)];

        // The channel's own enumeration would leave the scheduler of whoever reads.
        public async IAsyncEnumerable<IReadOnlyList<QueueEntry>> ReadAllAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            while (await _batches.Reader.WaitToReadAsync(cancellationToken))
            {
                while (_batches.Reader.TryRead(out var batch))
                {
                    yield return batch;
                }
            }
        }

        public void Add(QueueEntry entry)
        {
            if (Cancellation.IsCancellationRequested)
            {
                return;
            }

            _batch.Add(entry);
            if (_batch.Count == BatchEntries)
            {
                Flush();
            }
        }

        public void Complete(Exception? exception)
        {
            Flush();
            _batches.Writer.Complete(exception);
        }

        private void Flush()
        {
            _batches.Writer.TryWrite(_batch);
            _batch = [];
        }
    }
}
