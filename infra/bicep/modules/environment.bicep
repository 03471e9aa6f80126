metadata description = 'Where silos and fronts run: an internal environment with one private address and its name service.'

import { resourceTags } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Subnet that belongs to the environment alone.')
param containersSubnetId string

@description('Network in which the environment\'s names are known.')
param networkId string

@description('Workspace that keeps what processes write out.')
param workspaceId string

@description('Spreads replicas of one app over zones; the region must have them.')
param zoneRedundant bool

resource environment 'Microsoft.App/managedEnvironments@2026-07-01' = {
  name: '${prefix}-containers'
  location: location
  tags: tags
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: containersSubnetId
      internal: true
    }
    publicNetworkAccess: 'Disabled'
    zoneRedundant: zoneRedundant
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

#disable-next-line use-recent-api-versions // The only other version knows no categories of its own.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

module names 'names.bicep' = {
  params: {
    #disable-next-line what-if-short-circuiting // The platform gives the domain its name.
    zoneName: environment.properties.defaultDomain
    linkName: '${prefix}-network'
    tags: tags
    networkId: networkId
    address: environment.properties.staticIp
  }
}

output id string = environment.id
output staticIp string = environment.properties.staticIp
