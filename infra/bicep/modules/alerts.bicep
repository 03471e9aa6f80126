metadata description = 'What wakes somebody, apart from the alerts of each silo and of the gateway.'

import { resourceTags } from 'types.bicep'

@description('First part of every name.')
param prefix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags resourceTags

@description('Accounts of the state, the cluster and the evidence by a short name.')
param accountIds { *: string }

@description('Workspace of the logs.')
param workspaceId string

@description('Where alerts go.')
param actionGroupId string

@description('Hours after which an item that nobody has looked at is told.')
param queueAgeHoursMax int

@description('Silos that ought to run.')
param siloCount int

resource throttled 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for account in items(accountIds): {
    name: '${prefix}-${account.key}-throttled'
    location: 'global'
    tags: tags
    properties: {
      description: 'The storage account turns requests away: see "Throttled storage" in docs/operations.md.'
      severity: 2
      enabled: true
      scopes: [account.value]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'refused'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 100
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: [
                  'ServerBusyError'
                  'ServerTimeoutError'
                  'ClientThrottlingError'
                  'ClientAccountRequestThrottlingError'
                  'ClientAccountBandwidthThrottlingError'
                ]
              }
            ]
          }
        ]
      }
      actions: [{ actionGroupId: actionGroupId }]
    }
  }
]

resource slow 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${prefix}-state-slow'
  location: 'global'
  tags: tags
  properties: {
    description: 'The state account answers slowly: commands wait for it.'
    severity: 3
    enabled: true
    scopes: [accountIds.state]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'latency'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'SuccessServerLatency'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 200
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource oldItems 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${prefix}-queue-age'
  location: location
  tags: tags
  properties: {
    displayName: 'Items wait too long'
    description: 'A unit of this kind holds something longer than the office promises.'
    severity: 3
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    // The tables of a new workspace come with their first lines.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '''
            AppMetrics
            | where Name == "ceactors.queue.oldest.age"
            | project TimeGenerated, Kind = tostring(Properties.kind), Hours = Max / 3600.0
            '''
          metricMeasureColumn: 'Hours'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: queueAgeHoursMax
          dimensions: [{ name: 'Kind', operator: 'Include', values: ['*'] }]
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}

// A silo that is gone sends no figure that could be too low: those that are heard of are counted.
resource unheard 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${prefix}-silos-unheard'
  location: location
  tags: tags
  properties: {
    displayName: 'Fewer silos are heard of than ought to run'
    description: 'For ten minutes fewer silos have sent their figures than there are: see "A lost silo" in docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    // The tables of a new workspace come with their first lines.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '''
            AppMetrics
            | where AppRoleName == "ceactors-silo"
            | summarize Silos = dcount(AppRoleInstance)
            | extend TimeGenerated = now()
            '''
          metricMeasureColumn: 'Silos'
          timeAggregation: 'Minimum'
          operator: 'LessThan'
          threshold: siloCount
          failingPeriods: { numberOfEvaluationPeriods: 2, minFailingPeriodsToAlert: 2 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}

resource refusing 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${prefix}-front-refusing'
  location: location
  tags: tags
  properties: {
    displayName: 'Many are asked to come back later'
    description: 'More than one request a second was answered 429: see "More people than it was built for" in docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    // The tables of a new workspace come with their first lines.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '''
            AppMetrics
            | where Name == "ceactors.admission.refused"
            | project TimeGenerated, Refused = Sum
            '''
          metricMeasureColumn: 'Refused'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 300
          failingPeriods: { numberOfEvaluationPeriods: 2, minFailingPeriodsToAlert: 2 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}

resource typedRefused 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${prefix}-typed-refused'
  location: location
  tags: tags
  properties: {
    displayName: 'What people have typed is not taken'
    description: 'Saving drafts was refused although places are kept for it: see "Overload" in docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    // The tables of a new workspace come with their first lines.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: '''
            AppMetrics
            | where Name == "ceactors.admission.refused"
            | where tostring(Properties.code) == "overloaded" and tostring(Properties.work) == "typed"
            | project TimeGenerated, Refused = Sum
            '''
          metricMeasureColumn: 'Refused'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 100
          failingPeriods: { numberOfEvaluationPeriods: 2, minFailingPeriodsToAlert: 2 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}
