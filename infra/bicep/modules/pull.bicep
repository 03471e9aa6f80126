metadata description = 'Who may pull images from the registry, which was deployed before.'

import { roles } from 'roles.bicep'

@description('Name of the registry.')
param registryName string

@description('Who may pull, by a name.')
param principalIds { *: string }

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for puller in items(principalIds): {
    scope: registry
    name: guid(registry.id, puller.key, roles.pullImages)
    properties: {
      principalId: puller.value
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.pullImages)
    }
  }
]

output loginServer string = registry.properties.loginServer
