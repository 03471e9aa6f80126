// A province: one to three million people, a season of six weeks. docs/operations.md computes these sizes.
using 'main.bicep'

param registryName = readEnvironmentVariable('REGISTRY_NAME', 'registry-not-built-yet')
param siloImage = readEnvironmentVariable('SILO_IMAGE', 'image-not-built-yet')
param frontImage = readEnvironmentVariable('FRONT_IMAGE', 'image-not-built-yet')
param siloSet = readEnvironmentVariable('SILO_SET', 'a')
param accountGeneration = readEnvironmentVariable('ACCOUNT_GENERATION', '')
param restoring = bool(readEnvironmentVariable('RESTORING', 'false'))

param siloCount = 4
param siloSize = { cores: '4.0', memory: '8Gi' }
param frontSize = { cores: '2.0', memory: '4Gi' }
param frontCountMin = 4
param frontCountMax = 16
param bucketCount = 64

param redundancy = 'Standard_RAGZRS'
param zoneRedundant = true
param locked = true
param softDeleteDays = 90
param coolAfterDays = 180
param logRetentionDays = 180
param logDailyQuotaGigabytes = 100
param sampledShare = '0.05'
param firewallPrevents = true
param failuresMax = 1000
param gatewayInstancesMax = 10

param publicHostName = readEnvironmentVariable('PUBLIC_HOST_NAME', 'ce.example.org')
param certificateName = readEnvironmentVariable('CERTIFICATE_NAME', '')
param alertAddresses = empty(readEnvironmentVariable('ALERT_ADDRESSES', ''))
  ? []
  : split(readEnvironmentVariable('ALERT_ADDRESSES', ''), ',')

param identityAuthority = readEnvironmentVariable('IDENTITY_AUTHORITY', 'https://identity.example.org/')
param identityRealmName = readEnvironmentVariable('IDENTITY_REALM_NAME', 'province')
param identityAudience = readEnvironmentVariable('IDENTITY_AUDIENCE', 'ce-api')
param identityClientId = readEnvironmentVariable('IDENTITY_CLIENT_ID', 'ce-web')
param administratorSubjects = split(readEnvironmentVariable('ADMINISTRATOR_SUBJECTS', 'subject-one,subject-two'), ',')
