using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Rows of tests, one for each operation that fits: a new operation gets them all by itself.</summary>
internal static class MatrixData
{
    public static TheoryData<string> Of(Func<Operation, bool> which)
    {
        var data = new TheoryData<string>();
        foreach (var operation in Operations.All.Where(which))
        {
            data.Add(operation.Id);
        }

        return data;
    }

    /// <summary>A row for each parameter of each operation.</summary>
    public static TheoryData<string, string> Parameters(string place)
    {
        var data = new TheoryData<string, string>();
        foreach (var operation in Operations.All)
        {
            foreach (var parameter in operation.Parameters(place))
            {
                data.Add(operation.Id, parameter["name"]!.GetValue<string>());
            }
        }

        return data;
    }
}
