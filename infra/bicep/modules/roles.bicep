metadata description = 'Built-in roles by what they are used for; their ids are the same in every cloud.'

@export()
var roles = {
  pullImages: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
  writeTables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  readTables: '76199698-9eea-4c19-bc75-cec21354c6b6' // Storage Table Data Reader
  ownBlobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  writeBlobs: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  readBlobs: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
  delegateBlobs: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a' // Storage Blob Delegator
  writeQueues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  readSecrets: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
}
