metadata description = 'The name service of an internal environment: every app answers at the same address.'

import { resourceTags } from 'types.bicep'

@description('Domain of the environment.')
param zoneName string

@description('Name of the link to the network.')
param linkName string

@description('Tags of every resource.')
param tags resourceTags

@description('Network in which the names are known.')
param networkId string

@description('Address of the environment.')
param address string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource everyApp 'A' = {
    name: '*'
    properties: {
      ttl: 300
      aRecords: [{ ipv4Address: address }]
    }
  }

  resource link 'virtualNetworkLinks' = {
    name: linkName
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
}
