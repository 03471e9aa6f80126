using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CeActors.Local.Http;
using CeActors.Local.Province;

namespace CeActors.Local.Demo;

/// <summary>Uploads evidence as a browser does: reserve, send the bytes to the address given, complete.</summary>
public sealed class EvidenceUpload(HttpClient plain)
{
    /// <returns>Id of the evidence.</returns>
    /// <exception cref="LocalFault">A step was refused.</exception>
    public async Task<string> SendAsync(
        ApiClient client,
        string declarationId,
        int year,
        EvidenceFile file,
        CancellationToken stopping
    )
    {
        var path = $"/api/declarations/{declarationId}/evidence";
        var wish = new
        {
            Year = year,
            FileName = file.Name,
            file.ContentType,
            SizeBytes = file.Bytes.Length,
        };
        var reserved = (await client.ChangeAsync(HttpMethod.Post, path, wish, stopping)).Required();
        var id = reserved.Text("evidenceId");
        await SendBytesAsync(reserved["upload"]!, file, stopping);
        (await client.ChangeAsync(HttpMethod.Post, $"{path}/{id}/completion", null, stopping)).Required();
        return id;
    }

    private async Task SendBytesAsync(JsonNode upload, EvidenceFile file, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(upload["method"]!.ToString()),
            upload["uri"]!.ToString()
        );
        request.Content = new ByteArrayContent(file.Bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        foreach (var (name, value) in upload["headers"]!.AsObject())
        {
            if (!request.Headers.TryAddWithoutValidation(name, value!.ToString()))
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        using var answer = await plain.SendAsync(request, stopping);
        if (!answer.IsSuccessStatusCode)
        {
            throw new LocalFault(
                $"The storage refused the upload of {file.Name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stopping)}"
            );
        }
    }
}
