using System.Text.Json.Nodes;
using CeActors.Files;

namespace CeActors.Infrastructure.Tests.Templates;

/// <summary>What the templates would deploy, for both files of parameters.</summary>
public sealed class DeploymentTests
{
    private const int ReservedPort = 36_985;

    // Key Vault Crypto User.
    private const string CryptoUser = "12338af0-0e69-4776-bea7-57ae8d297424";

    [BicepFact]
    public async Task Every_silo_is_an_app_of_one_replica_with_ports_of_its_own()
    {
        (await Deployments.Pilot).Silos.Count.ShouldBe(2);
        (await Deployments.Province).Silos.Count.ShouldBe(4);
        foreach (var deployment in await Deployments.All)
        {
            foreach (var silo in deployment.Silos)
            {
                var scale = silo["properties"]!["template"]!["scale"]!;
                ((int)scale["minReplicas"]!, (int)scale["maxReplicas"]!).ShouldBe((1, 1));
            }

            var ports = deployment.Silos.SelectMany(PortsOf).ToArray();
            ports.ShouldBeUnique();
            ports.ShouldNotContain(ReservedPort);
        }
    }

    [BicepFact]
    public async Task A_silo_listens_on_the_ports_that_it_advertises()
    {
        foreach (var silo in (await Deployments.All).SelectMany(deployment => deployment.Silos))
        {
            var variables = Deployment.VariablesOf(silo);
            var ingress = silo["properties"]!["configuration"]!["ingress"]!;
            ((string?)ingress["transport"]).ShouldBe("tcp");
            foreach (var mapping in ingress["additionalPortMappings"]!.AsArray().Append(ingress))
            {
                ((int)mapping!["exposedPort"]!).ShouldBe((int)mapping["targetPort"]!);
            }

            PortsOf(silo).ShouldBe([int.Parse(variables["Silo__Port"]), int.Parse(variables["Silo__GatewayPort"])]);
            variables["Dashboard__Port"].ShouldBe("0");
            variables["Silo__Address"].ShouldContain("outputs.staticIp");
        }
    }

    [BicepFact]
    public async Task The_next_deployment_brings_other_apps_on_other_ports()
    {
        var next = await Deployment.PredictAsync("pilot.bicepparam", "b");
        var present = await Deployments.Pilot;
        next.Silos.Select(NameOf).Intersect(present.Silos.Select(NameOf)).ShouldBeEmpty();
        next.Silos.SelectMany(PortsOf).Intersect(present.Silos.SelectMany(PortsOf)).ShouldBeEmpty();
        NameOf(next.Front).ShouldBe(NameOf(present.Front));
    }

    [BicepFact]
    public async Task A_restore_goes_into_new_accounts_while_no_silo_runs_and_the_next_deployment_uses_them()
    {
        var generation = KeyValuePair.Create("ACCOUNT_GENERATION", (string?)"2");
        var restoring = await Deployment.PredictAsync("pilot.bicepparam", "b", generation, new("RESTORING", "true"));
        restoring.Silos.ShouldBeEmpty();
        var present = AccountsOf(await Deployments.Pilot);
        AccountsOf(restoring).Except(present).Count().ShouldBe(2);
        AccountsOf(restoring).Intersect(present).Count().ShouldBe(2);
        EndpointsOf(restoring).Except(EndpointsOf(await Deployments.Pilot)).Count().ShouldBe(2);

        var restored = await Deployment.PredictAsync("pilot.bicepparam", "b", generation);
        restored.Silos.Count.ShouldBe(2);
        AccountsOf(restored).ShouldBe(AccountsOf(restoring), ignoreOrder: true);
    }

    [BicepFact]
    public async Task No_account_can_be_opened_with_a_key_and_only_evidence_is_reached_from_outside()
    {
        foreach (var deployment in await Deployments.All)
        {
            var accounts = deployment.Of("Microsoft.Storage/storageAccounts");
            accounts.Count.ShouldBe(4);
            foreach (var account in accounts)
            {
                var properties = account["properties"]!;
                ((bool)properties["allowSharedKeyAccess"]!).ShouldBeFalse();
                ((bool)properties["allowBlobPublicAccess"]!).ShouldBeFalse();
                ((string?)properties["minimumTlsVersion"]).ShouldBe("TLS1_2");
                var isOpen = (string?)properties["publicNetworkAccess"] == "Enabled";
                isOpen.ShouldBe(NameOf(account).EndsWith("files", StringComparison.Ordinal), NameOf(account));
            }
        }
    }

    [BicepFact]
    public async Task The_containers_of_files_are_those_of_the_code_and_private()
    {
        foreach (var deployment in await Deployments.All)
        {
            var containers = deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers");
            containers
                .Select(container => NameOf(container).Split('/')[^1])
                .ShouldBe(BlobNames.Containers, ignoreOrder: true);
            containers.ShouldAllBe(container => (string?)container["properties"]!["publicAccess"] == "None");
        }
    }

    [BicepFact]
    public async Task Uploads_that_nobody_completed_are_gone_after_the_day_that_the_code_names()
    {
        foreach (var deployment in await Deployments.All)
        {
            var rules = deployment.Of("Microsoft.Storage/storageAccounts/managementPolicies").Single()["properties"]![
                "policy"
            ]!["rules"]!.AsArray();
            var emptying = rules.Single(rule => rule!["definition"]!["actions"]!["baseBlob"]!["delete"] is not null)!;
            ((string?)emptying["definition"]!["filters"]!["prefixMatch"]!.AsArray().Single()).ShouldBe(
                BlobNames.IncomingContainer + "/"
            );
            (
                (int)emptying["definition"]!["actions"]!["baseBlob"]!["delete"]!["daysAfterCreationGreaterThan"]!
            ).ShouldBe((int)EvidenceLimits.IncomingAgeMax.TotalDays);
        }
    }

    [BicepFact]
    public async Task Browsers_may_upload_from_the_public_name_alone()
    {
        foreach (var deployment in await Deployments.All)
        {
            var rule = deployment.Of("Microsoft.Storage/storageAccounts/blobServices").Single()["properties"]!["cors"]![
                "corsRules"
            ]!
                .AsArray()
                .Single()!;
            var origin = (string?)rule["allowedOrigins"]!.AsArray().Single();
            origin.ShouldBe(Deployment.VariablesOf(deployment.Front)["Front__PublicBaseUri"]);
            ((int)rule["maxAgeInSeconds"]!).ShouldBe((int)EvidenceLimits.PreflightAgeMax.TotalSeconds);
        }
    }

    [BicepFact]
    public async Task Secrets_come_from_the_vault_and_are_made_once()
    {
        foreach (var deployment in await Deployments.All)
        {
            foreach (var silo in deployment.Silos)
            {
                var secrets = silo["properties"]!["configuration"]!["secrets"]!.AsArray();
                secrets
                    .Where(secret => secret!["keyVaultUrl"] is null)
                    .Select(secret => (string?)secret!["name"])
                    .ShouldBe(["insights"]);
                Deployment.VariablesOf(silo)["Registry__ResidentIdKey"].ShouldBe("secret resident-id-key");
            }

            var vault = deployment.Of("Microsoft.KeyVault/vaults").Single()["properties"]!;
            ((bool)vault["enablePurgeProtection"]!).ShouldBeTrue();
            ((bool)vault["enableRbacAuthorization"]!).ShouldBeTrue();
        }

        var template = await Bicep.BuildAsync(Bicep.Folder, "modules/vault.bicep");
        var resources = template["resources"]!.AsObject();
        resources
            .Where(each => IsSecret((string)each.Value!["type"]!) && each.Value["existing"] is null)
            .Select(each => (string?)each.Value!["@options"]?["onlyIfNotExists"]?.ToJsonString() ?? each.Key)
            .ShouldAllBe(once => once == "[]");
    }

    [BicepFact]
    public async Task Nobody_may_use_the_key_of_signatures_while_nothing_signs()
    {
        foreach (var deployment in await Deployments.All)
        {
            deployment.Of("Microsoft.KeyVault/vaults/keys").Count.ShouldBe(1);
            deployment
                .Of("Microsoft.Authorization/roleAssignments")
                .ShouldAllBe(assignment => !assignment.ToJsonString().Contains(CryptoUser, StringComparison.Ordinal));
            deployment.Front.ToJsonString().ShouldNotContain("statement-signing");
        }
    }

    [BicepFact]
    public async Task Both_sides_of_the_cluster_have_the_same_names()
    {
        foreach (var deployment in await Deployments.All)
        {
            var front = Deployment.VariablesOf(deployment.Front);
            foreach (var silo in deployment.Silos.Select(Deployment.VariablesOf))
            {
                foreach (var shared in new[] { "Cluster__ClusterId", "Cluster__ServiceId", "Identity__RealmName" })
                {
                    silo[shared].ShouldBe(front[shared]);
                }
            }
        }
    }

    [BicepFact]
    public async Task The_front_is_a_functions_app_in_the_environment_of_the_silos()
    {
        foreach (var deployment in await Deployments.All)
        {
            var variables = Deployment.VariablesOf(deployment.Front);
            variables["FUNCTIONS_WORKER_RUNTIME"].ShouldBe("custom");
            variables["AzureWebJobsDisableHomepage"].ShouldBe("true");
            variables.Keys.ShouldNotContain("AzureWebJobsStorage");
            variables.Keys.ShouldNotContain("AzureWebJobsStorage__accountName");
            foreach (var service in new[] { "blob", "queue", "table" })
            {
                // The account's name is known only when it has been made, so this is still an expression; its domain is the cloud's own.
                var address = variables[$"AzureWebJobsStorage__{service}ServiceUri"];
                address.ShouldContain($"https://{{0}}.{service}.{{1}}");
                address.ShouldContain("environment().suffixes.storage");
            }

            var environment = deployment.Of("Microsoft.App/managedEnvironments").Single()["properties"]!;
            ((bool)environment["vnetConfiguration"]!["internal"]!).ShouldBeTrue();
            ((string?)environment["publicNetworkAccess"]).ShouldBe("Disabled");
            ((int)deployment.Front["properties"]!["template"]!["scale"]!["minReplicas"]!).ShouldBeGreaterThan(1);
        }
    }

    [BicepFact]
    public async Task Somebody_is_told_of_each_thing_that_goes_wrong()
    {
        foreach (var deployment in await Deployments.All)
        {
            var alerts = deployment
                .Of("Microsoft.Insights/metricAlerts")
                .Concat(deployment.Of("Microsoft.Insights/scheduledQueryRules"))
                .Select(NameOf)
                .ToArray();
            foreach (
                var about in new[]
                {
                    "silo-a-00-gone",
                    "silo-a-01-gone",
                    "silo-a-00-restarting",
                    "silos-unheard",
                    "front-failing",
                    "front-unreachable",
                    "front-refusing",
                    "queue-age",
                    "typed-refused",
                    "state-throttled",
                    "cluster-throttled",
                    "evidence-throttled",
                    "state-slow",
                }
            )
            {
                alerts.ShouldContain("ceactors-" + about);
            }
        }
    }

    [BicepFact]
    public async Task What_callers_say_of_their_address_is_replaced_at_the_gateway()
    {
        foreach (var deployment in await Deployments.All)
        {
            var headers = deployment.Of("Microsoft.Network/applicationGateways").Single()["properties"]![
                "rewriteRuleSets"
            ]!
                .AsArray()
                .Single()!["properties"]!["rewriteRules"]!
                .AsArray()
                .Single()!["actionSet"]!["requestHeaderConfigurations"]!
                .AsArray()
                .ToDictionary(each => (string)each!["headerName"]!, each => (string?)each!["headerValue"]);
            headers["X-Forwarded-For"].ShouldBe("{var_client_ip}");
            headers["X-Forwarded-Proto"].ShouldBe("https");
            ("https://" + headers["X-Forwarded-Host"]).ShouldBe(
                Deployment.VariablesOf(deployment.Front)["Front__PublicBaseUri"]
            );
        }
    }

    private static string[] AccountsOf(Deployment deployment) =>
        [.. deployment.Of("Microsoft.Storage/storageAccounts").Select(NameOf)];

    private static string[] EndpointsOf(Deployment deployment) =>
        [.. deployment.Of("Microsoft.Network/privateEndpoints").Select(NameOf)];

    private static bool IsSecret(string type) =>
        type is "Microsoft.KeyVault/vaults/secrets" or "Microsoft.KeyVault/vaults/keys";

    private static string NameOf(JsonNode resource) => (string)resource["name"]!;

    private static int[] PortsOf(JsonNode silo)
    {
        var ingress = silo["properties"]!["configuration"]!["ingress"]!;
        return
        [
            (int)ingress["exposedPort"]!,
            .. ingress["additionalPortMappings"]!.AsArray().Select(mapping => (int)mapping!["exposedPort"]!),
        ];
    }
}
