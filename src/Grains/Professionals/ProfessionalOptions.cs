using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CeActors.Domain.Identity;

namespace CeActors.Grains.Professionals;

/// <summary>What a host tells the grains of professionals.</summary>
public sealed class ProfessionalOptions
{
    /// <summary>Buckets of the storage of declarations, 1 to 999: part of the stored layout.</summary>
    public int BucketCount { get; set; } = 1;

    /// <summary>
    /// Key of the digest that stands for an id number outside its document: the same in every silo. Without one of its own a
    /// cluster's digests can be worked out by whoever has all id numbers.
    /// </summary>
    public string ResidentIdKey { get; set; } = "";

    /// <summary>
    /// The bucket of the declarations of an employer's people: all of them in one, so that its queue is in one place and what is
    /// written together goes together.
    /// </summary>
    internal int BucketOf(UnitCode employer)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(employer.Value));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(digest) % (uint)BucketCount);
    }

    internal string DigestOf(ResidentId residentId) => residentId.KeyedDigest(Encoding.UTF8.GetBytes(ResidentIdKey));
}
