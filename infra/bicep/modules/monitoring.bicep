metadata description = 'Where logs, traces and alerts go.'

import { resourceTags } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Days that logs and traces are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Gigabytes of logs a day at most, so that a fault cannot cost without bound; -1 for no bound.')
param dailyQuotaGigabytes int

@description('Who is told; without anybody there are no alerts.')
param alertAddresses string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: '${prefix}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyQuotaGigabytes }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${prefix}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableIpMasking: false
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'CeActors'
    category: 'workbook'
    sourceId: insights.id
    serializedData: loadTextContent('../../monitoring/workbook.json')
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertAddresses)) {
  name: '${prefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'operators'
    enabled: true
    emailReceivers: [
      for (address, index) in alertAddresses: {
        name: 'operator-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

output workspaceId string = workspace.id
@secure()
output insightsConnectionString string = insights.properties.ConnectionString
output actionGroupId string = empty(alertAddresses) ? '' : operators.id
