using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>Evidence as a browser sends it.</summary>
public static class Evidence
{
    /// <summary>A real PDF of one page.</summary>
    public static byte[] Pdf(string text)
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        page.AddText(text, 12, new PdfPoint(50, 700), font);
        return builder.Build();
    }

    /// <summary>Bytes that are no file of any allowed type.</summary>
    public static byte[] NotAPdf(int length) => Encoding.ASCII.GetBytes(new string('x', length));

    public static async Task<Reply> ReserveAsync(
        FrontFixture front,
        string person,
        string declaration,
        int year,
        long size,
        string type
    ) =>
        await front
            .As(person)
            .PostAsync(
                $"/api/declarations/{declaration}/evidence",
                new
                {
                    Year = year,
                    FileName = "证明.pdf",
                    ContentType = type,
                    SizeBytes = size,
                }
            );

    public static async Task<HttpStatusCode> UploadAsync(JsonNode upload, byte[] bytes)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            new HttpMethod(upload["method"]!.GetValue<string>()),
            upload["uri"]!.GetValue<string>()
        )
        {
            Content = new ByteArrayContent(bytes),
        };
        foreach (var (name, value) in upload["headers"]!.AsObject())
        {
            var text = value!.GetValue<string>();
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(text);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, text);
            }
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    public static Task<Reply> CompleteAsync(
        FrontFixture front,
        string person,
        string declaration,
        string evidence,
        string? key = null
    ) => front.As(person).PostAsync($"/api/declarations/{declaration}/evidence/{evidence}/completion", key: key);

    /// <summary>Reserves, uploads and completes; returns the evidence id.</summary>
    public static async Task<string> AddAsync(
        FrontFixture front,
        string person,
        string declaration,
        int year,
        byte[] bytes,
        string type
    )
    {
        var reserved = await ReserveAsync(front, person, declaration, year, bytes.Length, type);
        reserved.Require(HttpStatusCode.Created);
        var id = reserved["evidenceId"].GetValue<string>();
        var sent = await UploadAsync(reserved["upload"], bytes);
        if (sent != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"The storage answered {sent}.");
        }

        (await CompleteAsync(front, person, declaration, id)).Require(HttpStatusCode.OK);
        return id;
    }
}
