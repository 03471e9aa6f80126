namespace CeActors.Functions.Http;

/// <summary>Bounds of a request; what is beyond one is refused with 400, 413 or 431 and changes nothing.</summary>
public static class RequestLimits
{
    /// <summary>Bytes of a JSON body, unless the endpoint names another limit.</summary>
    public const int BodyBytesMax = 64 * 1024;

    /// <summary>Bytes of a declaration filed in one body: some hundred items with long names.</summary>
    public const int FilingBodyBytesMax = 512 * 1024;

    /// <summary>Bytes of one delivery of the training platform: 100 records with every text at its longest.</summary>
    public const int ImportBodyBytesMax = 256 * 1024;

    /// <summary>
    /// Bytes of a body that are still read, and thrown away, after it was refused for its length: a connection that breaks while a
    /// client sends would hide the answer from it.
    /// </summary>
    public const int RefusedBodyBytesMax = 8 * 1024 * 1024;

    /// <summary>Characters of any one text in a body.</summary>
    public const int TextCharactersMax = 500;

    /// <summary>Nesting of a body: the deepest real one has five levels.</summary>
    public const int JsonDepthMax = 16;

    /// <summary>Wrong places that one problem document lists.</summary>
    public const int ProblemsMax = 50;

    /// <summary>Characters of a search text in a query.</summary>
    public const int SearchCharactersMax = 50;

    /// <summary>Characters of an Idempotency-Key, at least.</summary>
    public const int CommandIdCharactersMin = 8;

    /// <summary>Characters of an Idempotency-Key, at most.</summary>
    public const int CommandIdCharactersMax = 64;

    /// <summary>Characters of a sign-in subject, in a token or an address.</summary>
    public const int SubjectCharactersMax = 200;

    /// <summary>Bytes of all request headers together; tokens of some authorities are long.</summary>
    public const int HeaderBytesMax = 32 * 1024;
}
