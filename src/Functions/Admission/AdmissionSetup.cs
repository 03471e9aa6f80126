namespace CeActors.Functions.Admission;

/// <summary>Puts the admission together; see docs/decisions/0026.</summary>
internal static class AdmissionSetup
{
    /// <summary>Adds what the two gates need.</summary>
    public static void AddAdmission(this IServiceCollection services, AdmissionOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AdaptiveLimit>();
        services.AddSingleton<AdmissionInstruments>();
        services.AddSingleton<Rates>();
    }

    /// <summary>Before the sign-in: what is refused here costs nothing more.</summary>
    public static void UseEntrance(this IApplicationBuilder app) => app.UseMiddleware<Entrance>();

    /// <summary>After the sign-in: who asks is known.</summary>
    public static void UseCallerGate(this IApplicationBuilder app) => app.UseMiddleware<CallerGate>();
}
