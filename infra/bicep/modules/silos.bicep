metadata description = 'The silos of one deployment: so many apps, each with two ports that no other app of the environment has.'

import { processSize, resourceTags, variable } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Two sets take turns: the new silos of one deployment stand beside those of the one before until these are taken away.')
@allowed(['a', 'b'])
param siloSet string

@description('How many silos; one may be lost without being missed.')
@minValue(2)
@maxValue(90)
param count int

@description('Environment that they run in.')
param environmentId string

@description('Address of the environment in its network.')
param address string

@description('Identity that they sign in as.')
param identityId string

@description('Registry of their image.')
param registryServer string

@description('Image by digest.')
param image string

@description('Processors and memory of each.')
param size processSize

@description('Settings that they share.')
param settings variable[]

@description('Address of the secret that keys the digests of id numbers.')
param residentIdKeyUri string

@description('Whether the dashboards are shown, inside the network and by their password.')
param dashboards bool

@description('Address of the secret that is the dashboards\' password.')
param dashboardSignInUri string

@description('Where traces, metrics and logs go; nobody can read by it.')
@secure()
param insightsConnectionString string

@description('Whether anybody is told.')
param alerted bool

@description('Where alerts go.')
param actionGroupId string

// Exposed ports are unique in an environment. 36985 is the platform's own and in none of the ranges.
var firstPorts = {
  a: { silo: 11100, gateway: 30100, dashboard: 33100 }
  b: { silo: 11200, gateway: 30200, dashboard: 33200 }
}

@batchSize(1) // One after the other: each joins a cluster that is at rest.
module silos 'silo.bicep' = [
  for index in range(0, count): {
    params: {
      name: '${prefix}-silo-${siloSet}-${padLeft(index, 2, '0')}'
      location: location
      tags: tags
      siloSet: siloSet
      environmentId: environmentId
      identityId: identityId
      registryServer: registryServer
      image: image
      size: size
      settings: settings
      address: address
      siloPort: firstPorts[siloSet].silo + index
      gatewayPort: firstPorts[siloSet].gateway + index
      residentIdKeyUri: residentIdKeyUri
      dashboard: dashboards
      dashboardPort: firstPorts[siloSet].dashboard + index
      dashboardSignInUri: dashboardSignInUri
      insightsConnectionString: insightsConnectionString
      alerted: alerted
      actionGroupId: actionGroupId
    }
  }
]
