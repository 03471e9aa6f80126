metadata description = 'The registry of the images: deployed first, because images are built into it before anything can run.'

@description('Name of the registry.')
param name string = 'ceactors${uniqueString(resourceGroup().id)}'

@description('Region.')
param location string = resourceGroup().location

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: name
  location: location
  tags: { application: 'ceactors' }
  sku: { name: 'Standard' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

output name string = registry.name
output loginServer string = registry.properties.loginServer
