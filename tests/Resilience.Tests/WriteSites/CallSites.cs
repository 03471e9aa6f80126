using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>Finds in a built assembly who calls a method of another: no list can forget a place.</summary>
internal static class CallSites
{
    // call, callvirt, newobj, ldftn, ldvirtftn all name a method by four bytes; looking for those four alone finds more, never less.
    private const int TokenBytes = 4;

    /// <summary>The methods, as type and name, that mention one of the methods; parts made by the compiler count for their owner.</summary>
    public static IReadOnlyList<string> Of(string assemblyPath, IReadOnlySet<string> methods)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        var tokens = new List<byte[]>();
        foreach (var handle in metadata.MemberReferences)
        {
            if (methods.Contains(metadata.GetString(metadata.GetMemberReference(handle).Name)))
            {
                tokens.Add(BitConverter.GetBytes(MetadataTokens.GetToken(handle)));
            }
        }

        // A generic method is named by its instantiation.
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            var method = metadata.GetMethodSpecification(handle).Method;
            if (
                method.Kind == HandleKind.MemberReference
                && methods.Contains(metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)method).Name))
            )
            {
                tokens.Add(BitConverter.GetBytes(MetadataTokens.GetToken(handle)));
            }
        }

        var callers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var body = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes().AsSpan();
            foreach (var token in tokens)
            {
                if (body.IndexOf(token.AsSpan(0, TokenBytes)) >= 0)
                {
                    callers.Add(NameOf(metadata, method));
                }
            }
        }

        return [.. callers];
    }

    // The body of an async method lies in MoveNext of a nested type <Method>d__1, that of a lambda in <Method>b__1.
    private static string NameOf(MetadataReader metadata, MethodDefinition method)
    {
        var name = metadata.GetString(method.Name);
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        while (metadata.GetString(type.Name).StartsWith('<'))
        {
            var made = metadata.GetString(type.Name);
            name = made[1] == '>' ? name : Inner(made);
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{metadata.GetString(type.Name).Split('`')[0]}.{Inner(name)}";
    }

    // <<Outer>b__0>d and <Outer>b__0 are of Outer.
    private static string Inner(string name)
    {
        while (name.StartsWith('<') && name.LastIndexOf('>') > 1)
        {
            name = name[1..name.LastIndexOf('>')];
        }

        return name;
    }
}
