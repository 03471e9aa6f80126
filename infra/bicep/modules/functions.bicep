metadata description = 'The Functions app in the environment of the silos, so that it reaches every gateway.'

import { processSize, resourceTags, variable } from 'types.bicep'

@description('Name of the app.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Environment that it runs in.')
param environmentId string

@description('Identity that it signs in as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Registry of its image.')
param registryServer string

@description('Image by digest.')
param image string

@description('Processors and memory of a replica.')
param size processSize

@description('Replicas that always run: a client of the cluster is not worth starting for one request.')
@minValue(2)
param replicasMin int

@description('Replicas at most.')
@maxValue(300)
param replicasMax int

@description('Account of the Functions host.')
param hostStorageName string

@description('Where traces, metrics and logs go; nobody can read by it.')
@secure()
param insightsConnectionString string

@description('Settings of the app.')
param settings variable[]

// The host listens here; the app behind it on a port that the host chooses.
var hostPort = 8080

var storageSuffix = environment().suffixes.storage

resource app 'Microsoft.App/containerApps@2026-07-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 2
      registries: [{ server: registryServer, identity: identityId }]
      secrets: [{ name: 'insights', value: insightsConnectionString }]
      ingress: {
        // Outside of the app, not of the network: the environment is internal.
        external: true
        transport: 'http'
        targetPort: hostPort
        allowInsecure: false
      }
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'front'
          image: image
          resources: {
            cpu: json(size.cores)
            memory: size.memory
          }
          env: concat(settings, [
            { name: 'FUNCTIONS_WORKER_RUNTIME', value: 'custom' }
            { name: 'FUNCTIONS_EXTENSION_VERSION', value: '~4' }
            { name: 'ASPNETCORE_URLS', value: 'http://+:${hostPort}' }
            // Else the host answers / by a page of its own.
            { name: 'AzureWebJobsDisableHomepage', value: 'true' }
            // By addresses and not by the account's name, of which the host makes addresses of the global cloud.
            { name: 'AzureWebJobsStorage__blobServiceUri', value: 'https://${hostStorageName}.blob.${storageSuffix}' }
            { name: 'AzureWebJobsStorage__queueServiceUri', value: 'https://${hostStorageName}.queue.${storageSuffix}' }
            { name: 'AzureWebJobsStorage__tableServiceUri', value: 'https://${hostStorageName}.table.${storageSuffix}' }
            { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
            { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: 'insights' }
            { name: 'OTEL_SERVICE_NAME', value: 'ceactors-front' }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: hostPort }
              periodSeconds: 2
              timeoutSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: hostPort }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: hostPort }
              periodSeconds: 3
              timeoutSeconds: 3
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicasMin
        maxReplicas: replicasMax
        // When there are more is the platform's own rule for functions: it adds none that are written here.
      }
    }
  }
}

output id string = app.id
output hostName string = app.properties.configuration.ingress.fqdn
