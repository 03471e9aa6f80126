using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CeActors.Files;

namespace CeActors.Backup;

/// <summary>The files of evidence and statements. Uploads that are not yet checked are not among them: they last a day.</summary>
internal sealed class BlobCopies(BackupOptions options)
{
    /// <summary>The containers that are copied.</summary>
    public static readonly IReadOnlyList<string> Containers =
    [
        StoredFiles.EvidenceContainer,
        StoredFiles.StatementsContainer,
    ];

    private long _done;

    /// <summary>Copies all files into the folder.</summary>
    /// <returns>How many.</returns>
    public async Task<long> CopyOutAsync(List<BackupFile> files, CancellationToken cancellationToken)
    {
        await using var list = LineFile.Create(options.Folder, BackupNames.BlobList);
        foreach (var name in Containers)
        {
            var container = options.Blobs.GetBlobContainerClient(name);
            if (!await container.ExistsAsync(cancellationToken))
            {
                continue;
            }

            await Parallel.ForEachAsync(
                container.GetBlobsAsync(cancellationToken: cancellationToken),
                AtOnce(cancellationToken),
                async (blob, token) => await list.WriteAsync([await CopyOutAsync(container, blob, token)])
            );
        }

        files.Add(await list.FinishAsync());
        return list.Lines;
    }

    /// <summary>Compares every copied file with the list.</summary>
    /// <exception cref="BackupFault">One is missing or not as it was written.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await foreach (var line in LineFile.ReadAsync(options.Folder, BackupNames.BlobList, cancellationToken))
        {
            var copy = Parse(line);
            if (
                !File.Exists(copy.Path)
                || new FileInfo(copy.Path).Length != copy.Bytes
                || BackupManifest.DigestOf(copy.Path) != copy.Sha256
            )
            {
                throw new BackupFault(
                    $"{copy.Container}/{copy.Name} of the backup is missing or not as it was written."
                );
            }
        }
    }

    /// <summary>Copies all files back.</summary>
    public async Task CopyInAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Containers)
        {
            await options
                .Blobs.GetBlobContainerClient(name)
                .CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);
        }

        await Parallel.ForEachAsync(
            LineFile.ReadAsync(options.Folder, BackupNames.BlobList, cancellationToken),
            AtOnce(cancellationToken),
            async (line, token) =>
            {
                var copy = Parse(line);
                var headers = new BlobHttpHeaders { ContentType = copy.ContentType };
                await options
                    .Blobs.GetBlobContainerClient(copy.Container)
                    .GetBlobClient(copy.Name)
                    .UploadAsync(copy.Path, new BlobUploadOptions { HttpHeaders = headers }, token);
                Count();
            }
        );
    }

    private async Task<string> CopyOutAsync(
        BlobContainerClient container,
        BlobItem blob,
        CancellationToken cancellationToken
    )
    {
        var name = BackupNames.OfBlob(container.Name, blob.Name);
        var path = Path.Combine(options.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await container.GetBlobClient(blob.Name).DownloadToAsync(path, cancellationToken);
        Count();
        return new JsonObject
        {
            ["k"] = container.Name,
            ["n"] = blob.Name,
            ["t"] = blob.Properties.ContentType,
            ["z"] = new FileInfo(path).Length,
            ["d"] = BackupManifest.DigestOf(path),
        }.ToJsonString();
    }

    private (string Container, string Name, string? ContentType, long Bytes, string Sha256, string Path) Parse(
        string line
    )
    {
        var json = JsonNode.Parse(line)!;
        var (container, name) = (json["k"]!.GetValue<string>(), json["n"]!.GetValue<string>());
        return Containers.Contains(container)
            ? (
                container,
                name,
                json["t"]?.GetValue<string>(),
                json["z"]!.GetValue<long>(),
                json["d"]!.GetValue<string>(),
                Path.Combine(options.Folder, BackupNames.OfBlob(container, name))
            )
            : throw new BackupFault($"'{container}' is no container of a backup.");
    }

    private void Count()
    {
        if (Interlocked.Increment(ref _done) % (BackupLimits.LinesBetweenReports / 100) == 0)
        {
            options.Progress?.Report(new BackupProgress("files", Interlocked.Read(ref _done)));
        }
    }

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = BackupLimits.ConcurrentFilesMax, CancellationToken = cancellationToken };
}
