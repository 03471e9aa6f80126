using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.Transactions;

/// <summary>
/// Writes the body of a transaction, part by part with the headers that the SDK sends, straight into one buffer. The SDK
/// makes a request object, a dictionary and several strings for each row: 32 KB and five times the processor time.
/// </summary>
internal sealed class TransactionBody
{
    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonEncodedText PartitionKey = JsonEncodedText.Encode("PartitionKey");
    private static readonly JsonEncodedText RowKey = JsonEncodedText.Encode("RowKey");

    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly Utf8JsonWriter _json;
    private readonly string _table;

    // Fresh each time: what somebody types into a column must not be able to end a part.
    private readonly string _boundary = "batch_" + Guid.NewGuid();
    private readonly string _changeSet = "changeset_" + Guid.NewGuid();

    private TransactionBody(string table, ArrayBufferWriter<byte> buffer)
    {
        _table = table;
        _buffer = buffer;
        _json = new Utf8JsonWriter(buffer, Json);
    }

    /// <summary>Writes the body of a transaction and gives its content type.</summary>
    /// <param name="table">The address of the table, without a slash at its end.</param>
    /// <param name="rows">The rows, all of one partition.</param>
    /// <param name="buffer">Takes the body.</param>
    public static string Write(string table, IReadOnlyList<TableTransactionAction> rows, ArrayBufferWriter<byte> buffer)
    {
        var body = new TransactionBody(table, buffer);
        body.Write(rows);
        body._json.Dispose();
        return "multipart/mixed; boundary=" + body._boundary;
    }

    private void Write(IReadOnlyList<TableTransactionAction> rows)
    {
        Ascii($"--{_boundary}\r\nContent-Type: multipart/mixed; boundary={_changeSet}\r\n\r\n");
        var part = $"--{_changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
        for (var row = 0; row < rows.Count; row++)
        {
            Ascii(part);
            Write(rows[row]);
        }

        Ascii($"--{_changeSet}--\r\n\r\n--{_boundary}--\r\n");
    }

    private void Write(TableTransactionAction row)
    {
        var isInsert = row.ActionType == TableTransactionActionType.Add;
        Ascii(MethodOf(row.ActionType));
        Ascii(_table);
        if (!isInsert)
        {
            Ascii("(PartitionKey='");
            Ascii(Uri.EscapeDataString(row.Entity.PartitionKey.Replace("'", "''", StringComparison.Ordinal)));
            Ascii("',RowKey='");
            Ascii(Uri.EscapeDataString(row.Entity.RowKey.Replace("'", "''", StringComparison.Ordinal)));
            Ascii("')");
        }

        Ascii(
            "?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1\r\n"
                + "x-ms-version: "
                + DirectTransactions.ServiceVersion
                + "\r\nDataServiceVersion: 3.0\r\nAccept: application/json;odata=minimalmetadata\r\n"
        );
        if (isInsert)
        {
            Ascii("Prefer: return-no-content\r\n");
        }

        if (row.ETag != default)
        {
            Ascii("If-Match: ");
            Ascii(row.ETag.ToString());
            Ascii("\r\n");
        }

        if (row.ActionType == TableTransactionActionType.Delete)
        {
            Ascii("\r\n\r\n");
            return;
        }

        Ascii("Content-Type: application/json\r\n\r\n");
        Write((TableEntity)row.Entity);
        Ascii("\r\n");
    }

    private void Write(TableEntity entity)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString(PartitionKey, entity.PartitionKey);
        _json.WriteString(RowKey, entity.RowKey);
        foreach (var (name, value) in entity)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                Write(name, value);
            }
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    private void Write(string name, object? value)
    {
        switch (value)
        {
            case string text:
                _json.WriteString(name, text);
                break;
            case byte[] bytes:
                _json.WriteBase64String(name, bytes);
                Annotate(name, "Edm.Binary");
                break;
            case int number:
                _json.WriteNumber(name, number);
                break;
            case bool flag:
                _json.WriteBoolean(name, flag);
                break;
            case long number:
                _json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                Annotate(name, "Edm.Int64");
                break;
            case DateTimeOffset instant:
                _json.WriteString(name, instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                Annotate(name, "Edm.DateTime");
                break;
            default:
                throw new ArgumentException(
                    $"Column '{name}' has a type that is not written: {value?.GetType().Name}."
                );
        }
    }

    private void Annotate(string name, string type) => _json.WriteString(name + "@odata.type", type);

    private void Ascii(string text)
    {
        var written = Encoding.ASCII.GetBytes(text, _buffer.GetSpan(text.Length));
        _buffer.Advance(written);
    }

    private static string MethodOf(TableTransactionActionType type) =>
        type switch
        {
            TableTransactionActionType.Add => "POST ",
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH ",
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT ",
            TableTransactionActionType.Delete => "DELETE ",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "It is no kind of row."),
        };
}
