metadata description = 'One silo: an app of its own with exactly one replica, because the platform gives replicas no address of their own.'

import { processSize, resourceTags, variable } from 'types.bicep'

@description('Name of the app.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Name that all silos of one deployment share; those of the one before are taken away by it.')
param siloSet string

@description('Environment that it runs in.')
param environmentId string

@description('Identity that it signs in as.')
param identityId string

@description('Registry of its image.')
param registryServer string

@description('Image by digest.')
param image string

@description('Processors and memory.')
param size processSize

@description('Settings that all silos share.')
param settings variable[]

@description('Address of the environment: others reach this silo there, at ports that no other app has.')
param address string

@description('Port for other silos.')
param siloPort int

@description('Port for clients.')
param gatewayPort int

@description('Address of the secret that keys the digests of id numbers.')
param residentIdKeyUri string

@description('Address of the secret that is the dashboard\'s password.')
param dashboardSignInUri string

@description('Whether the dashboard is shown, inside the network and by its password.')
param dashboard bool

@description('Port of the dashboard.')
param dashboardPort int

@description('Where traces, metrics and logs go; nobody can read by it.')
@secure()
param insightsConnectionString string

@description('Whether anybody is told.')
param alerted bool

@description('Where alerts go.')
param actionGroupId string

// Longer than the host's own 15 seconds for stopping.
var terminationSeconds = 60
var healthPort = 8081

resource silo 'Microsoft.App/containerApps@2026-07-01' = {
  name: name
  location: location
  tags: union(tags, { 'ceactors-silo-set': siloSet })
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
      secrets: [
        { name: 'resident-id-key', keyVaultUrl: residentIdKeyUri, identity: identityId }
        { name: 'dashboard-password', keyVaultUrl: dashboardSignInUri, identity: identityId }
        { name: 'insights', value: insightsConnectionString }
      ]
      ingress: {
        // Outside of the app, not of the network: the environment is internal.
        external: true
        transport: 'tcp'
        targetPort: siloPort
        exposedPort: siloPort
        additionalPortMappings: concat(
          [{ external: true, targetPort: gatewayPort, exposedPort: gatewayPort }],
          dashboard ? [{ external: true, targetPort: dashboardPort, exposedPort: dashboardPort }] : []
        )
      }
    }
    template: {
      terminationGracePeriodSeconds: terminationSeconds
      containers: [
        {
          name: 'silo'
          image: image
          resources: {
            cpu: json(size.cores)
            memory: size.memory
          }
          env: concat(settings, [
            { name: 'Registry__ResidentIdKey', secretRef: 'resident-id-key' }
            { name: 'Silo__Address', value: address }
            { name: 'Silo__Port', value: string(siloPort) }
            { name: 'Silo__GatewayPort', value: string(gatewayPort) }
            { name: 'Dashboard__Address', value: '0.0.0.0' }
            { name: 'Dashboard__Port', value: dashboard ? string(dashboardPort) : '0' }
            { name: 'Dashboard__Password', secretRef: 'dashboard-password' }
            { name: 'Health__Address', value: '0.0.0.0' }
            { name: 'Health__Port', value: string(healthPort) }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: 'insights' }
            { name: 'OTEL_SERVICE_NAME', value: 'ceactors-silo' }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: healthPort }
              periodSeconds: 2
              timeoutSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: healthPort }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
            {
              // Not /health/ready: others must reach a silo before it is an active member, or they declare it dead.
              type: 'Readiness'
              tcpSocket: { port: siloPort }
              periodSeconds: 1
              timeoutSeconds: 1
              failureThreshold: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: 1
      }
    }
  }
}

resource gone 'Microsoft.Insights/metricAlerts@2026-01-01' = if (alerted) {
  name: '${name}-gone'
  location: 'global'
  tags: tags
  properties: {
    description: 'A silo has no running replica.'
    severity: 1
    enabled: true
    scopes: [silo.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'replicas'
          metricNamespace: 'microsoft.app/containerapps'
          metricName: 'Replicas'
          timeAggregation: 'Maximum'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource restarting 'Microsoft.Insights/metricAlerts@2026-01-01' = if (alerted) {
  name: '${name}-restarting'
  location: 'global'
  tags: tags
  properties: {
    description: 'A silo starts again and again.'
    severity: 2
    enabled: true
    scopes: [silo.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'restarts'
          metricNamespace: 'microsoft.app/containerapps'
          metricName: 'RestartCount'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 2
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
