metadata description = 'One identity a kind of process, so that each may only what it must.'

import { resourceTags } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

resource silo 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${prefix}-silo'
  location: location
  tags: tags
}

resource front 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${prefix}-front'
  location: location
  tags: tags
}

resource gateway 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${prefix}-gateway'
  location: location
  tags: tags
}

@description('What a module needs of an identity.')
@export()
type identity = {
  @description('Resource.')
  id: string
  @description('What role assignments name.')
  principalId: string
  @description('What a process signs in as.')
  clientId: string
}

output silo identity = {
  id: silo.id
  principalId: silo.properties.principalId
  clientId: silo.properties.clientId
}

output front identity = {
  id: front.id
  principalId: front.properties.principalId
  clientId: front.properties.clientId
}

output gateway identity = {
  id: gateway.id
  principalId: gateway.properties.principalId
  clientId: gateway.properties.clientId
}
