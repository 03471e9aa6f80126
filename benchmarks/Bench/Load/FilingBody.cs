using System.Net.Http.Headers;
using System.Text.Json;

namespace CeActors.Benchmarks.Load;

/// <summary>
/// The body that every declarant sends: a head and two years with two items each that reach the targets, submitted at once.
/// It is the same for all, so that the client spends no time on making it.
/// </summary>
public static class FilingBody
{
    private static readonly object Head = new
    {
        Phone = "13800138000",
        Email = "declarant@example.com",
        Title = "讲师",
        TitleSeries = "高等学校教师",
        TitleLevel = "intermediate",
        Profession = "计算机科学与技术",
        SpanFromYear = "2024",
        SpanToYear = "2025",
        PromisesTruth = true,
    };

    private static readonly byte[] Bytes = Filing(submits: true);
    private static readonly byte[] DraftBytes = Filing(submits: false);
    private static readonly byte[] HeadBytes = JsonSerializer.SerializeToUtf8Bytes(Head, JsonSerializerOptions.Web);

    /// <summary>The body that files a declaration, submitted at once or as a draft.</summary>
    public static byte[] Filing(bool submits) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Head,
                Items = (object[])
                    [
                        Item(2024, "general", "数字产业化和产业数字化", "32"),
                        Item(2024, "professional", "软件工程前沿技术研修班", "60.5"),
                        Item(2025, "general", "人工智能大模型技术及应用", "30.25"),
                        Item(2025, "professional", "分布式系统工程实践", "64"),
                    ],
                Submit = submits,
            },
            JsonSerializerOptions.Web
        );

    /// <summary>The head with another telephone number, so that saving it changes something.</summary>
    public static byte[] HeadWith(string phone)
    {
        var head = JsonSerializer.SerializeToNode(Head, JsonSerializerOptions.Web)!;
        head["phone"] = phone;
        return JsonSerializer.SerializeToUtf8Bytes(head, JsonSerializerOptions.Web);
    }

    /// <summary>Its length in bytes.</summary>
    public static int Length => Bytes.Length;

    /// <summary>The body of one request.</summary>
    public static HttpContent Content() => Json(Bytes);

    /// <summary>The same, left a draft.</summary>
    public static HttpContent Draft() => Json(DraftBytes);

    /// <summary>The head alone, as the editing of a draft sends it.</summary>
    public static HttpContent HeadContent() => Json(HeadBytes);

    /// <summary>Bytes as a JSON body.</summary>
    public static HttpContent Json(byte[] bytes) =>
        new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static object Item(int year, string subject, string name, string hours) =>
        new
        {
            Year = year,
            Subject = subject,
            ActivityType = "training",
            ActivityName = name,
            Organiser = "湖南省继续教育基地",
            Place = "长沙",
            StartDate = $"{year}-05-06",
            EndDate = $"{year}-05-17",
            Hours = hours,
        };
}
