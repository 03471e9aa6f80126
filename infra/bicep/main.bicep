metadata description = 'CeActors in one resource group: silos and fronts in an internal environment, three storage accounts, a vault, a gateway. See docs/operations.md.'

import { processSize, variable } from 'modules/types.bicep'

@description('First part of every name: 3 to 11 lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(11)
param name string = 'ceactors'

@description('Region.')
param location string = resourceGroup().location

@description('Address space of the network, a /16 that nothing connected to it uses.')
param addressSpace string = '10.60.0.0/16'

@description('Registry of the images.')
param registryName string

@description('Image of the silo by digest.')
param siloImage string

@description('Image of the front by digest.')
param frontImage string

@description('Which of the two sets of silos this deployment brings: another one than the deployment before.')
@allowed(['a', 'b'])
param siloSet string = 'a'

@description('How many silos.')
param siloCount int

@description('Processors and memory of a silo.')
param siloSize processSize

@description('Processors and memory of a front.')
param frontSize processSize

@description('Fronts that always run.')
param frontCountMin int

@description('Fronts at most.')
param frontCountMax int

@description('Buckets of the state; recorded at the first start, and never changed without moving the data.')
@minValue(1)
@maxValue(999)
param bucketCount int

@description('Which accounts hold state and evidence: empty for the first, another digit for each restore into new ones.')
@maxLength(2)
param accountGeneration string = ''

@description('True while a backup is written into new accounts: no silo is deployed, so that nothing else writes there.')
param restoring bool = false

@description('Copies of the state and of the evidence.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS'])
param redundancy string

@description('Spreads the fronts over zones; the region must have them.')
param zoneRedundant bool

@description('Keeps the accounts of state and evidence from being deleted.')
param locked bool

@description('Days that a deleted file can be brought back.')
param softDeleteDays int

@description('Days after which evidence is kept where reading costs more and keeping less.')
param coolAfterDays int

@description('Days that logs and traces are kept.')
param logRetentionDays int

@description('Gigabytes of logs a day at most; -1 for no bound.')
param logDailyQuotaGigabytes int

@description('Shows the dashboards of the silos inside the network, by their password; figures over time are in the workbook.')
param dashboards bool = false

@description('Share of the traces that is kept, from 0 to 1.')
param sampledShare string

@description('Mail addresses of operators; without any there are no alerts.')
param alertAddresses string[] = []

@description('Requests that may end with 5xx in five minutes before it is told: 1,000 is one in a hundred at a province\'s busiest.')
param failuresMax int

@description('Hours after which an item that nobody has looked at is told.')
param queueAgeHoursMax int = 240

@description('Address ranges from which operators reach the vault; without any it is reached from the network alone.')
param operatorRanges string[] = []

@description('Name that people type, for example ce.example.org.')
param publicHostName string

@description('Certificate of that name in the vault, put there by an operator; empty leaves the public gateway out.')
param certificateName string = ''

@description('Instances of the gateway at most.')
param gatewayInstancesMax int = 4

@description('True turns suspicious requests away, false only writes them down.')
param firewallPrevents bool = true

@description('OpenID Connect authority that signs people in.')
param identityAuthority string

@description('Stable name of its realm, part of every person id; never changes.')
param identityRealmName string

@description('What access tokens must be meant for.')
param identityAudience string

@description('Name of the web client at the authority.')
param identityClientId string

@description('What the web client asks for.')
param identityScopes string[] = ['openid', 'profile', 'offline_access', 'ce.api']

@description('Allowed types of access tokens.')
param identityTokenTypes string[] = ['at+jwt']

@description('Sign-in subjects of registry administrators; two at least, since nobody links their own account.')
param administratorSubjects string[]

@description('Sign-in subjects of the training platform.')
param trainingPlatformSubjects string[] = []

@description('Rule set: the name of an embedded one, empty for the shipped one.')
param ruleSet string = ''

@description('Further settings of the fronts, by their names in the table of docs/operations.md with two underlines for a colon; no secrets.')
param furtherFrontSettings { *: string } = {}

@description('Further settings of the silos, likewise.')
param furtherSiloSettings { *: string } = {}

@description('Taken as the key of id numbers\' digests if the vault has none yet.')
@secure()
param firstResidentIdKey string = '${newGuid()}${newGuid()}'

@description('Taken as the password of the dashboards if the vault has none yet.')
@secure()
param firstDashboardPassword string = newGuid()

var tags = { application: 'ceactors' }
var unique = uniqueString(resourceGroup().id)
var accountPrefix = 'ce${take(unique, 11)}'
var alerted = !empty(alertAddresses)
var vaultName = 'ce-${unique}'
var containersRange = cidrSubnet(addressSpace, 23, 0)
var gatewayRange = cidrSubnet(addressSpace, 24, 3)
var publicOrigin = 'https://${publicHostName}'
var clusterTables = ['OrleansSiloInstances', 'OrleansReminders']

module identity 'modules/identity.bicep' = {
  params: { prefix: name, location: location, tags: tags }
}

module pull 'modules/pull.bicep' = {
  params: {
    registryName: registryName
    principalIds: { silo: identity.outputs.silo.principalId, front: identity.outputs.front.principalId }
  }
}

module network 'modules/network.bicep' = {
  params: {
    prefix: name
    location: location
    tags: tags
    addressSpace: addressSpace
    containersRange: containersRange
    gatewayRange: gatewayRange
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    prefix: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGigabytes: logDailyQuotaGigabytes
    alertAddresses: alertAddresses
  }
}

module state 'modules/tables.bicep' = {
  params: {
    name: '${accountPrefix}state${accountGeneration}'
    prefix: '${name}-state${accountGeneration}'
    location: location
    tags: tags
    redundancy: redundancy
    tableNames: []
    hasReader: false
    writerPrincipalId: identity.outputs.silo.principalId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    zoneId: network.outputs.zones.table
    locked: locked
  }
}

module cluster 'modules/tables.bicep' = {
  params: {
    name: '${accountPrefix}cluster'
    prefix: '${name}-cluster'
    location: location
    tags: tags
    redundancy: 'Standard_ZRS'
    tableNames: clusterTables
    hasReader: true
    writerPrincipalId: identity.outputs.silo.principalId
    readerPrincipalId: identity.outputs.front.principalId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    zoneId: network.outputs.zones.table
    locked: false
  }
}

module evidence 'modules/evidence.bicep' = {
  params: {
    name: '${accountPrefix}files${accountGeneration}'
    prefix: '${name}-evidence${accountGeneration}'
    location: location
    tags: tags
    redundancy: redundancy
    browserOrigin: publicOrigin
    softDeleteDays: softDeleteDays
    coolAfterDays: coolAfterDays
    writerPrincipalId: identity.outputs.front.principalId
    readerPrincipalId: identity.outputs.silo.principalId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    zoneId: network.outputs.zones.blob
    locked: locked
  }
}

module hostStorage 'modules/hoststorage.bicep' = {
  params: {
    name: '${accountPrefix}host'
    prefix: '${name}-host'
    location: location
    tags: tags
    hostPrincipalId: identity.outputs.front.principalId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    zones: network.outputs.zones
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    prefix: name
    location: location
    tags: tags
    operatorRanges: operatorRanges
    siloPrincipalId: identity.outputs.silo.principalId
    firstResidentIdKey: firstResidentIdKey
    firstDashboardPassword: firstDashboardPassword
    endpointsSubnetId: network.outputs.endpointsSubnetId
    zoneId: network.outputs.zones.vault
  }
}

module containers 'modules/environment.bicep' = {
  params: {
    prefix: name
    location: location
    tags: tags
    containersSubnetId: network.outputs.containersSubnetId
    networkId: network.outputs.networkId
    workspaceId: monitoring.outputs.workspaceId
    zoneRedundant: zoneRedundant
  }
}

// Part of every person id, or of where silos and fronts meet: the same on both sides.
var sharedSettings variable[] = [
  { name: 'Cluster__TableUri', value: cluster.outputs.tableUri }
  { name: 'Cluster__ClusterId', value: name }
  { name: 'Cluster__ServiceId', value: 'ceactors' }
  { name: 'Identity__RealmName', value: identityRealmName }
  { name: 'Telemetry__SampledShare', value: sampledShare }
]

var siloSettings variable[] = concat(
  sharedSettings,
  [
    { name: 'AZURE_CLIENT_ID', value: identity.outputs.silo.clientId }
    { name: 'Storage__TableUri', value: state.outputs.tableUri }
    { name: 'Storage__BucketCount', value: string(bucketCount) }
    { name: 'Evidence__AccountUri', value: evidence.outputs.blobUri }
    // A new silo is reached through the environment's ingress some seconds after it listens.
    { name: 'Silo__ReachableWithinSeconds', value: '120' }
    { name: 'Rules__RuleSet', value: ruleSet }
  ],
  map(range(0, length(administratorSubjects)), index => {
    name: 'Registry__AdministratorSubjects__${index}'
    value: administratorSubjects[index]
  }),
  map(range(0, length(trainingPlatformSubjects)), index => {
    name: 'Registry__TrainingPlatformSubjects__${index}'
    value: trainingPlatformSubjects[index]
  }),
  map(items(furtherSiloSettings), setting => { name: setting.key, value: setting.value })
)

var frontSettings variable[] = concat(
  sharedSettings,
  [
    { name: 'AZURE_CLIENT_ID', value: identity.outputs.front.clientId }
    { name: 'Front__PublicBaseUri', value: publicOrigin }
    // The gateway, and the environment's own proxy behind it.
    { name: 'Front__TrustedNetworks__0', value: gatewayRange }
    { name: 'Front__TrustedNetworks__1', value: containersRange }
    { name: 'Identity__Authority', value: identityAuthority }
    { name: 'Identity__Audience', value: identityAudience }
    { name: 'Identity__ClientId', value: identityClientId }
    { name: 'Evidence__AccountUri', value: evidence.outputs.blobUri }
  ],
  map(range(0, length(identityScopes)), index => {
    name: 'Identity__Scopes__${index}'
    value: identityScopes[index]
  }),
  map(range(0, length(identityTokenTypes)), index => {
    name: 'Identity__TokenTypes__${index}'
    value: identityTokenTypes[index]
  }),
  map(items(furtherFrontSettings), setting => { name: setting.key, value: setting.value })
)

module silos 'modules/silos.bicep' = if (!restoring) {
  params: {
    prefix: name
    location: location
    tags: tags
    siloSet: siloSet
    count: siloCount
    environmentId: containers.outputs.id
    address: containers.outputs.staticIp
    identityId: identity.outputs.silo.id
    registryServer: pull.outputs.loginServer
    image: siloImage
    size: siloSize
    settings: siloSettings
    residentIdKeyUri: vault.outputs.residentIdKeyUri
    dashboards: dashboards
    dashboardSignInUri: vault.outputs.dashboardSignInUri
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    alerted: alerted
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

// After the silos: a new front may ask for what only new silos know.
module front 'modules/functions.bicep' = {
  params: {
    name: '${name}-front'
    location: location
    tags: tags
    environmentId: containers.outputs.id
    identityId: identity.outputs.front.id
    identityClientId: identity.outputs.front.clientId
    registryServer: pull.outputs.loginServer
    image: frontImage
    size: frontSize
    replicasMin: frontCountMin
    replicasMax: frontCountMax
    hostStorageName: hostStorage.outputs.name
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    settings: frontSettings
  }
  dependsOn: [silos]
}

module gateway 'modules/gateway.bicep' = if (!empty(certificateName)) {
  params: {
    prefix: name
    location: location
    tags: tags
    subnetId: network.outputs.gatewaySubnetId
    hostName: publicHostName
    backendHostName: front.outputs.hostName
    vaultName: vaultName
    certificateName: certificateName
    identityId: identity.outputs.gateway.id
    identityPrincipalId: identity.outputs.gateway.principalId
    instancesMax: gatewayInstancesMax
    firewallPrevents: firewallPrevents
    workspaceId: monitoring.outputs.workspaceId
    alerted: alerted
    failuresMax: failuresMax
    actionGroupId: monitoring.outputs.actionGroupId
  }
  dependsOn: [vault]
}

module alerts 'modules/alerts.bicep' = if (alerted) {
  params: {
    prefix: name
    location: location
    tags: tags
    accountIds: {
      state: state.outputs.id
      cluster: cluster.outputs.id
      evidence: evidence.outputs.id
    }
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
    queueAgeHoursMax: queueAgeHoursMax
    siloCount: siloCount
  }
}

@description('Where the front is reached inside the network.')
output FRONT_HOST_NAME string = front.outputs.hostName

@description('Where the public host name must point; empty without a gateway.')
output PUBLIC_ADDRESS string = gateway.?outputs.publicAddress ?? ''

@description('Vault in which the operator puts the certificate.')
output VAULT_NAME string = vaultName

@description('Set of silos that runs now.')
output SILO_SET string = siloSet
