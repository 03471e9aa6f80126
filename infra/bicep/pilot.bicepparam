// A pilot: one county, some thousand people. Two silos, so that one can be lost.
using 'main.bicep'

param registryName = readEnvironmentVariable('REGISTRY_NAME', 'registry-not-built-yet')
param siloImage = readEnvironmentVariable('SILO_IMAGE', 'image-not-built-yet')
param frontImage = readEnvironmentVariable('FRONT_IMAGE', 'image-not-built-yet')
param siloSet = readEnvironmentVariable('SILO_SET', 'a')
param accountGeneration = readEnvironmentVariable('ACCOUNT_GENERATION', '')
param restoring = bool(readEnvironmentVariable('RESTORING', 'false'))

param siloCount = 2
param siloSize = { cores: '1.0', memory: '2Gi' }
param frontSize = { cores: '1.0', memory: '2Gi' }
param frontCountMin = 2
param frontCountMax = 4
param bucketCount = 2

param redundancy = 'Standard_ZRS'
param zoneRedundant = false
param locked = false
param softDeleteDays = 14
param coolAfterDays = 180
param logRetentionDays = 30
param logDailyQuotaGigabytes = 5
param sampledShare = '1'
param firewallPrevents = false
param failuresMax = 50
param gatewayInstancesMax = 3

param publicHostName = readEnvironmentVariable('PUBLIC_HOST_NAME', 'ce-pilot.example.org')
param certificateName = readEnvironmentVariable('CERTIFICATE_NAME', '')
param alertAddresses = empty(readEnvironmentVariable('ALERT_ADDRESSES', ''))
  ? []
  : split(readEnvironmentVariable('ALERT_ADDRESSES', ''), ',')

param identityAuthority = readEnvironmentVariable('IDENTITY_AUTHORITY', 'https://identity.example.org/')
param identityRealmName = readEnvironmentVariable('IDENTITY_REALM_NAME', 'pilot')
param identityAudience = readEnvironmentVariable('IDENTITY_AUDIENCE', 'ce-api')
param identityClientId = readEnvironmentVariable('IDENTITY_CLIENT_ID', 'ce-web')
param administratorSubjects = split(readEnvironmentVariable('ADMINISTRATOR_SUBJECTS', 'subject-one,subject-two'), ',')
