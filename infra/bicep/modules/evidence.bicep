metadata description = 'The account of evidence and statements: browsers reach it by links for one blob, processes by their identity.'

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

@description('Origin of the web client, whose pages may upload and read.')
param browserOrigin string

@description('Days that a deleted file can be brought back.')
param softDeleteDays int

@description('Days after which evidence and statements are kept where reading costs more and keeping less.')
param coolAfterDays int

@description('Who writes and hands out links.')
param writerPrincipalId string

@description('Who only reads: verifications.')
param readerPrincipalId string

@description('Subnet of private endpoints.')
param endpointsSubnetId string

@description('Private DNS zone of blobs.')
param zoneId string

@description('Keeps the account from being deleted.')
param locked bool

// One hour, as in EvidenceLimits.PreflightAgeMax.
var preflightAgeSeconds = 3600

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Browsers come from anywhere, with a link that names one blob and ends after minutes.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Allow'
      bypass: 'None'
    }
    // Links of the app end after 15 minutes; one that lives longer was made by something else.
    sasPolicy: {
      sasExpirationPeriod: '00.01:00:00'
      expirationAction: 'Log'
    }
  }

  resource service 'blobServices' = {
    name: 'default'
    properties: {
      cors: {
        corsRules: [
          {
            allowedOrigins: [browserOrigin]
            allowedMethods: ['PUT', 'GET', 'HEAD']
            allowedHeaders: ['*']
            exposedHeaders: ['etag', 'x-ms-request-id', 'x-ms-error-code']
            maxAgeInSeconds: preflightAgeSeconds
          }
        ]
      }
      deleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: softDeleteDays
      }
    }

    resource containers 'containers' = [
      for containerName in ['incoming', 'evidence', 'statements']: {
        name: containerName
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'empty-incoming'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['incoming/']
              }
              actions: {
                baseBlob: { delete: { daysAfterCreationGreaterThan: 1 } }
              }
            }
          }
          {
            name: 'cool-what-is-decided'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['evidence/', 'statements/']
              }
              actions: {
                baseBlob: { tierToCool: { daysAfterModificationGreaterThan: coolAfterDays } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [service]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Evidence is what decisions rest on.'
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for assignment in [
    { who: 'writer', principalId: writerPrincipalId, role: roles.writeBlobs }
    { who: 'writer', principalId: writerPrincipalId, role: roles.delegateBlobs }
    { who: 'reader', principalId: readerPrincipalId, role: roles.readBlobs }
  ]: {
    scope: account
    name: guid(account.id, assignment.who, assignment.role)
    properties: {
      principalId: assignment.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', assignment.role)
    }
  }
]

module blobEndpoint 'endpoint.bicep' = {
  params: {
    name: '${prefix}-blob'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: account.id
    part: 'blob'
    zoneId: zoneId
  }
}

output id string = account.id
output blobUri string = account.properties.primaryEndpoints.blob
