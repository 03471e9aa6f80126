metadata description = 'The public address: an Application Gateway with a web application firewall in the region, in front of the internal environment.'

import { resourceTags } from 'types.bicep'
import { roles } from 'roles.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Subnet of the gateway.')
param subnetId string

@description('Name that people type.')
param hostName string

@description('Name of the front inside the network.')
param backendHostName string

@description('Vault that holds the certificate.')
param vaultName string

@description('Certificate in the vault.')
param certificateName string

@description('Identity that reads the certificate.')
param identityId string

@description('What role assignments name it.')
param identityPrincipalId string

@description('Instances at most; at least two always run in two zones.')
param instancesMax int

@description('Requests that may end with 5xx in five minutes before it is told.')
param failuresMax int

@description('True turns suspicious requests away, false only writes them down.')
param firewallPrevents bool

@description('Workspace of the logs.')
param workspaceId string

@description('Whether anybody is told.')
param alerted bool

@description('Where alerts go.')
param actionGroupId string

var name = '${prefix}-gateway'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource certificate 'secrets' existing = {
    name: certificateName
  }
}

resource readCertificate 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::certificate
  name: guid(vault::certificate.id, 'gateway', roles.readSecrets)
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readSecrets)
  }
}

resource address 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: '${prefix}-gateway'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  zones: ['1', '2', '3']
  properties: { publicIPAllocationMethod: 'Static' }
}

resource firewall 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies@2025-05-01' = {
  name: '${prefix}-firewall'
  location: location
  tags: tags
  properties: {
    policySettings: {
      state: 'Enabled'
      mode: firewallPrevents ? 'Prevention' : 'Detection'
      // Evidence goes to the storage, not through here; what comes here is text.
      requestBodyCheck: true
      maxRequestBodySizeInKb: 2000
      // What a rule has met is logged in clear text otherwise: names, numbers and reasons.
      logScrubbing: {
        state: 'Enabled'
        scrubbingRules: [
          { matchVariable: 'RequestArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestPostArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestJSONArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestHeaderNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestCookieNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
        ]
      }
    }
    managedRules: {
      managedRuleSets: [
        { ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1' }
      ]
    }
  }
}

resource gateway 'Microsoft.Network/applicationGateways@2025-05-01' = {
  name: name
  location: location
  tags: tags
  zones: ['1', '2', '3']
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    sku: {
      name: 'WAF_v2'
      tier: 'WAF_v2'
    }
    autoscaleConfiguration: {
      minCapacity: 2
      maxCapacity: instancesMax
    }
    enableHttp2: true
    firewallPolicy: { id: firewall.id }
    sslPolicy: {
      policyType: 'Predefined'
      policyName: 'AppGwSslPolicy20220101'
    }
    sslCertificates: [
      {
        name: 'front'
        // Without a version: the gateway looks every four hours for a newer one.
        properties: { keyVaultSecretId: '${vault.properties.vaultUri}secrets/${certificateName}' }
      }
    ]
    gatewayIPConfigurations: [{ name: 'gateway', properties: { subnet: { id: subnetId } } }]
    frontendIPConfigurations: [{ name: 'public', properties: { publicIPAddress: { id: address.id } } }]
    frontendPorts: [
      { name: 'http', properties: { port: 80 } }
      { name: 'https', properties: { port: 443 } }
    ]
    backendAddressPools: [
      { name: 'front', properties: { backendAddresses: [{ fqdn: backendHostName }] } }
    ]
    backendHttpSettingsCollection: [
      {
        name: 'front'
        properties: {
          port: 443
          protocol: 'Https'
          cookieBasedAffinity: 'Disabled'
          // The environment chooses the app by this name; the public one is a setting of the front.
          pickHostNameFromBackendAddress: true
          // Above the front's own limit of a call, below the platform's of 240 s.
          requestTimeout: 60
          connectionDraining: { enabled: true, drainTimeoutInSec: 30 }
          probe: { id: resourceId('Microsoft.Network/applicationGateways/probes', name, 'ready') }
        }
      }
    ]
    probes: [
      {
        name: 'ready'
        properties: {
          protocol: 'Https'
          path: '/health/ready'
          pickHostNameFromBackendHttpSettings: true
          interval: 10
          timeout: 5
          unhealthyThreshold: 3
          match: { statusCodes: ['200'] }
        }
      }
    ]
    httpListeners: [
      {
        name: 'http'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/frontendIPConfigurations', name, 'public')
          }
          frontendPort: { id: resourceId('Microsoft.Network/applicationGateways/frontendPorts', name, 'http') }
          protocol: 'Http'
          hostNames: [hostName]
        }
      }
      {
        name: 'https'
        properties: {
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/frontendIPConfigurations', name, 'public')
          }
          frontendPort: { id: resourceId('Microsoft.Network/applicationGateways/frontendPorts', name, 'https') }
          protocol: 'Https'
          sslCertificate: { id: resourceId('Microsoft.Network/applicationGateways/sslCertificates', name, 'front') }
          hostNames: [hostName]
          requireServerNameIndication: true
        }
      }
    ]
    redirectConfigurations: [
      {
        name: 'to-https'
        properties: {
          redirectType: 'Permanent'
          targetListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'https') }
          includePath: true
          includeQueryString: true
        }
      }
    ]
    rewriteRuleSets: [
      {
        name: 'callers'
        properties: {
          rewriteRules: [
            {
              name: 'who-calls'
              ruleSequence: 100
              conditions: []
              actionSet: {
                // What a client says of itself is replaced, not added to: limits for each caller rest on it.
                requestHeaderConfigurations: [
                  { headerName: 'X-Forwarded-For', headerValue: '{var_client_ip}' }
                  { headerName: 'X-Forwarded-Host', headerValue: hostName }
                  { headerName: 'X-Forwarded-Proto', headerValue: 'https' }
                ]
              }
            }
          ]
        }
      }
    ]
    requestRoutingRules: [
      {
        name: 'http'
        properties: {
          ruleType: 'Basic'
          priority: 200
          httpListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'http') }
          redirectConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/redirectConfigurations', name, 'to-https')
          }
        }
      }
      {
        name: 'https'
        properties: {
          ruleType: 'Basic'
          priority: 100
          httpListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'https') }
          backendAddressPool: { id: resourceId('Microsoft.Network/applicationGateways/backendAddressPools', name, 'front') }
          backendHttpSettings: {
            id: resourceId('Microsoft.Network/applicationGateways/backendHttpSettingsCollection', name, 'front')
          }
          rewriteRuleSet: { id: resourceId('Microsoft.Network/applicationGateways/rewriteRuleSets', name, 'callers') }
        }
      }
    ]
  }
  dependsOn: [readCertificate]
}

// No access log: it holds whole addresses, in which people search for names and links carry what permits something. What is refused
// and fails is counted by the metrics.
#disable-next-line use-recent-api-versions // The only other version knows no categories of its own.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: gateway
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      { category: 'ApplicationGatewayFirewallLog', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource failing 'Microsoft.Insights/metricAlerts@2026-01-01' = if (alerted) {
  name: '${prefix}-front-failing'
  location: 'global'
  tags: tags
  properties: {
    description: 'Many requests end with 5xx.'
    severity: 1
    enabled: true
    scopes: [gateway.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failures'
          metricNamespace: 'Microsoft.Network/applicationGateways'
          metricName: 'ResponseStatus'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: failuresMax
          dimensions: [{ name: 'HttpStatusGroup', operator: 'Include', values: ['5xx'] }]
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2026-01-01' = if (alerted) {
  name: '${prefix}-front-unreachable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The gateway finds no front that is ready.'
    severity: 0
    enabled: true
    scopes: [gateway.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'healthy'
          metricNamespace: 'Microsoft.Network/applicationGateways'
          metricName: 'HealthyHostCount'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

output publicAddress string = address.properties.ipAddress
