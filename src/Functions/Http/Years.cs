namespace CeActors.Functions.Http;

/// <summary>Years as query parameters: any year of four digits; which ones there are is the rules' matter.</summary>
internal static class Years
{
    public const int First = 1900;
    public const int Last = 2999;

    public static QueryParameter<int?> Parameter(string name, string description) =>
        QueryParameter.Integer(name, First, Last, description);
}
