using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace CeActors.Functions.Admission;

/// <summary>How often one caller may ask: the framework's limiters, in a fixed number of slots (see <see cref="SharedCounts"/>).</summary>
internal sealed class Rates : IDisposable
{
    /// <summary>Slots of each limiter; what nobody has asked for in a while is given back, so few of them exist.</summary>
    public const int SlotCount = 65_536;

    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<int> _people;
    private readonly PartitionedRateLimiter<int> _programs;
    private readonly PartitionedRateLimiter<int> _verifications;
    private readonly PartitionedRateLimiter<int> _addresses;

    public Rates(AdmissionOptions options)
    {
        _people = Tokens(options.CallerPerSecond, options.CallerBurst);
        _programs = Tokens(
            options.CallerPerSecond * AdmissionOptions.BulkFactor,
            options.CallerBurst * AdmissionOptions.BulkFactor
        );
        _verifications = Windows(options.AddressVerificationsPerMinute);
        _addresses = Windows(options.AddressReadsPerMinute);
    }

    /// <summary>Counts a request of somebody who is signed in.</summary>
    /// <returns>When there is room again; null when there is now.</returns>
    public TimeSpan? CountPerson(string personId, bool isBulk) =>
        Count(isBulk ? _programs : _people, SlotOf(personId.GetHashCode(StringComparison.Ordinal)));

    /// <summary>Counts a request by its address.</summary>
    /// <inheritdoc cref="CountPerson" path="/returns" />
    public TimeSpan? CountAddress(IPAddress? address, bool isVerification) =>
        Count(isVerification ? _verifications : _addresses, SlotOf(HashOf(address)));

    /// <inheritdoc />
    public void Dispose()
    {
        _people.Dispose();
        _programs.Dispose();
        _verifications.Dispose();
        _addresses.Dispose();
    }

    /// <summary>A hash of what one subscriber has: an IPv4 address, or the first half of an IPv6 address, whose second anyone chooses.</summary>
    internal static int HashOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        var known = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        known.TryWriteBytes(bytes, out var length);
        return known.AddressFamily == AddressFamily.InterNetworkV6
            ? HashCode.Combine(BinaryPrimitives.ReadInt64LittleEndian(bytes[..NetworkBytes]))
            : HashCode.Combine(BinaryPrimitives.ReadInt32LittleEndian(bytes[..length]));
    }

    private static int SlotOf(int hash) => SharedCounts.SlotOf(hash, SlotCount);

    private static TimeSpan? Count(PartitionedRateLimiter<int> limiter, int slot)
    {
        using var lease = limiter.AttemptAcquire(slot);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after
            : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<int> Tokens(int perSecond, int burst)
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<int, int>(slot =>
            RateLimitPartition.GetTokenBucketLimiter(slot, _ => options)
        );
    }

    private static PartitionedRateLimiter<int> Windows(int perMinute)
    {
        var options = new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Minute };
        return PartitionedRateLimiter.Create<int, int>(slot =>
            RateLimitPartition.GetFixedWindowLimiter(slot, _ => options)
        );
    }
}
