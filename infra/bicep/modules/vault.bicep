metadata description = 'Keys and secrets. What stands in it once is never written again by a deployment.'

import { resourceTags } from 'types.bicep'
import { roles } from 'roles.bicep'

@description('Name of the vault.')
param name string

@description('First part of the names of what belongs to it.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Address ranges of operators who put certificates in; without any the vault is reached from the network alone.')
param operatorRanges string[]

@description('Who reads the key of the digests that stand for id numbers.')
param siloPrincipalId string

@description('Taken as the key of the digests if there is none yet, and never again.')
@secure()
@minLength(64)
param firstResidentIdKey string

@description('Taken as the password of the dashboards if there is none yet.')
@secure()
@minLength(20)
param firstDashboardPassword string

@description('Subnet of private endpoints.')
param endpointsSubnetId string

@description('Private DNS zone of vaults.')
param zoneId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: empty(operatorRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      // The gateway reads its certificate as one of the services that the platform trusts; its identity's role still decides.
      bypass: 'AzureServices'
      ipRules: [for range in operatorRanges: { value: range }]
    }
  }
}

// With another key nobody would be found by their id number any more, and two people could register as one: it is made once.
@onlyIfNotExists()
resource residentIdKey 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'resident-id-key'
  properties: {
    value: firstResidentIdKey
    contentType: 'key of the digests that stand for id numbers; never changes'
  }
}

@onlyIfNotExists()
resource dashboardPassword 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'dashboard-password'
  properties: {
    value: firstDashboardPassword
    contentType: 'password of the user operator at the dashboards of the silos'
  }
}

// The place of signatures on statements: nothing signs yet, so nobody has a right to it and nothing is told where it is.
@onlyIfNotExists()
resource signingKey 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'statement-signing'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['sign', 'verify']
    attributes: { exportable: false }
  }
}

resource readResidentIdKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: residentIdKey
  name: guid(residentIdKey.id, 'silo', roles.readSecrets)
  properties: {
    principalId: siloPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readSecrets)
  }
}

resource readDashboardPassword 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dashboardPassword
  name: guid(dashboardPassword.id, 'silo', roles.readSecrets)
  properties: {
    principalId: siloPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readSecrets)
  }
}

module vaultEndpoint 'endpoint.bicep' = {
  params: {
    name: '${prefix}-vault'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: vault.id
    part: 'vault'
    zoneId: zoneId
  }
}

output name string = vault.name

@description('Without a version: whoever reads it gets the newest.')
output residentIdKeyUri string = '${vault.properties.vaultUri}secrets/${residentIdKey.name}'
output dashboardSignInUri string = '${vault.properties.vaultUri}secrets/${dashboardPassword.name}'
