metadata description = 'The private network: one subnet for the containers, one for private endpoints, one for the gateway; names of private endpoints.'

import { resourceTags, zoneIds } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Address space, a /16 that nothing connected to it uses.')
param addressSpace string

@description('Of these the containers: a /23 leaves room for the platform\'s own addresses, as each replica takes one, and twice as many while a version is brought out.')
param containersRange string

@description('Of these the gateway.')
param gatewayRange string

var endpointsRange = cidrSubnet(addressSpace, 24, 2)

var storageSuffix = environment().suffixes.storage
var zoneNames = {
  blob: 'privatelink.blob.${storageSuffix}'
  queue: 'privatelink.queue.${storageSuffix}'
  table: 'privatelink.table.${storageSuffix}'
  vault: replace(environment().suffixes.keyvaultDns, '.vault.', 'privatelink.vaultcore.')
}

// Without a rule of its own a group lets the network and the load balancer in, and nobody from outside.
resource containersRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: '${prefix}-containers'
  location: location
  tags: tags
}

resource endpointsRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: '${prefix}-endpoints'
  location: location
  tags: tags
}

resource gatewayRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: '${prefix}-gateway'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'browsers'
        properties: {
          description: 'Port 80 only redirects.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: ['80', '443']
        }
      }
      {
        name: 'gateway-management'
        properties: {
          description: 'The platform requires it of every gateway of version 2.'
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'GatewayManager'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '65200-65535'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: '${prefix}-network'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
  }
}

resource containers 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {
  parent: network
  name: 'containers'
  properties: {
    addressPrefix: containersRange
    networkSecurityGroup: { id: containersRules.id }
    delegations: [{ name: 'environments', properties: { serviceName: 'Microsoft.App/environments' } }]
  }
}

resource endpoints 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {
  parent: network
  name: 'endpoints'
  properties: {
    addressPrefix: endpointsRange
    networkSecurityGroup: { id: endpointsRules.id }
  }
  dependsOn: [containers] // The network is changed by one at a time.
}

resource gateway 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {
  parent: network
  name: 'gateway'
  properties: {
    addressPrefix: gatewayRange
    networkSecurityGroup: { id: gatewayRules.id }
  }
  dependsOn: [endpoints]
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in items(zoneNames): {
    parent: zones[index]
    name: '${prefix}-network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

output networkId string = network.id
output containersSubnetId string = containers.id
output endpointsSubnetId string = endpoints.id
output gatewaySubnetId string = gateway.id

output zones zoneIds = {
  blob: resourceId('Microsoft.Network/privateDnsZones', zoneNames.blob)
  queue: resourceId('Microsoft.Network/privateDnsZones', zoneNames.queue)
  table: resourceId('Microsoft.Network/privateDnsZones', zoneNames.table)
  vault: resourceId('Microsoft.Network/privateDnsZones', zoneNames.vault)
}
