using System.Globalization;
using System.Net.Sockets;
using CeActors.Local.Settings;
using CeActors.Local.Supervision;

namespace CeActors.Local.Parts;

/// <summary>Azurite: the storage of this machine, kept on disk.</summary>
public sealed class AzuritePart(LocalOptions options, Installation installation)
{
    private const string AccountName = "devstoreaccount1";

    // Published with the emulator: a name, not a secret.
    private const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // When Local is gone without a word, the storage stays long enough for the others to write what they have in hand.
    private const string StopAfterParent =
        "data:text/javascript,process.stdin.on('end',()=>setTimeout(()=>process.kill(process.pid,'SIGTERM'),3000)).resume().unref()";

    private static readonly PortSetting[] Services = [PortSetting.Blob, PortSetting.Queue, PortSetting.Table];

    /// <summary>What the other parts connect with.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};"
        + $"BlobEndpoint={options.Address(PortSetting.Blob)}/{AccountName};"
        + $"QueueEndpoint={options.Address(PortSetting.Queue)}/{AccountName};"
        + $"TableEndpoint={options.Address(PortSetting.Table)}/{AccountName};";

    /// <summary>How to start it.</summary>
    public ChildLaunch Launch()
    {
        var folder = DataFolder.AzuriteFolder(options);
        Directory.CreateDirectory(folder);
        string Port(PortSetting setting) => options.Port(setting).ToString(CultureInfo.InvariantCulture);
        return new ChildLaunch(
            "azurite",
            "node",
            [
                "--import",
                StopAfterParent,
                installation.AzuriteScript,
                "--blobPort",
                Port(PortSetting.Blob),
                "--queuePort",
                Port(PortSetting.Queue),
                "--tablePort",
                Port(PortSetting.Table),
                "--location",
                folder,
                "--silent",
                "--disableTelemetry",
                "--skipApiVersionCheck",
            ],
            new Dictionary<string, string>(),
            options.DataFolder
        );
    }

    /// <summary>Whether all three services accept connections.</summary>
    public async Task<bool> AnswersAsync(CancellationToken stopping)
    {
        foreach (var service in Services)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", options.Port(service), stopping);
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return true;
    }
}
