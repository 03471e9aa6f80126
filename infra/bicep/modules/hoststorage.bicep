metadata description = 'What the Functions host keeps for itself: leases of timers and its own secrets. Nothing of the service is in it.'

import { resourceTags, zoneIds } from 'types.bicep'
import { roles } from 'roles.bicep'

@description('Name of the account.')
param name string

@description('First part of the names of what belongs to it.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('As whom the host runs.')
param hostPrincipalId string

@description('Subnet of private endpoints.')
param endpointsSubnetId string

@description('Private DNS zones of blob, queue and table.')
param zones zoneIds

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.ownBlobs, roles.writeQueues, roles.writeTables]: {
    scope: account
    name: guid(account.id, 'host', role)
    properties: {
      principalId: hostPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

module endpoints 'endpoint.bicep' = [
  for part in ['blob', 'queue', 'table']: {
    params: {
      name: '${prefix}-${part}'
      location: location
      tags: tags
      subnetId: endpointsSubnetId
      serviceId: account.id
      part: part
      zoneId: part == 'blob' ? zones.blob : part == 'queue' ? zones.queue : zones.table
    }
  }
]

output name string = account.name
