metadata description = 'A storage account of tables alone that nobody reaches from outside and nobody opens with a key.'

import { resourceTags } from 'types.bicep'
import { roles } from 'roles.bicep'

@description('Name of the account.')
param name string

@description('First part of the names of what belongs to it.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('How many copies are kept, and where.')
param redundancy string

@description('Tables that exist from the start; others are made by who may write to all.')
param tableNames string[]

@description('Who may make and write all tables.')
param writerPrincipalId string

@description('Who may only read the tables named, or nobody.')
param readerPrincipalId string = ''

@description('True when somebody only reads.')
param hasReader bool

@description('Subnet of private endpoints.')
param endpointsSubnetId string

@description('Private DNS zone of tables.')
param zoneId string

@description('Keeps the account and everything in it from being deleted.')
param locked bool

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
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

  resource service 'tableServices' = {
    name: 'default'

    resource tables 'tables' = [
      for tableName in tableNames: {
        name: tableName
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables have no soft delete: an account that is deleted is lost.'
  }
}

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, 'writer', roles.writeTables)
  properties: {
    principalId: writerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.writeTables)
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasReader) {
  scope: account
  name: guid(account.id, 'reader', roles.readTables)
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readTables)
  }
}

module tableEndpoint 'endpoint.bicep' = {
  params: {
    name: '${prefix}-table'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: account.id
    part: 'table'
    zoneId: zoneId
  }
}

output id string = account.id
output name string = account.name
output tableUri string = account.properties.primaryEndpoints.table
