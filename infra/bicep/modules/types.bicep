metadata description = 'Types that several modules share.'

@export()
@description('Tags of every resource.')
type resourceTags = { *: string }

@export()
@description('Private DNS zones by the part of a service that they name.')
type zoneIds = {
  blob: string
  queue: string
  table: string
  vault: string
}

@export()
@description('One environment variable of a container.')
type variable = {
  name: string
  value: string?
  @description('Name of the container app\'s secret that holds the value.')
  secretRef: string?
}

@export()
@description('What a process may take.')
type processSize = {
  @description('Processors: 0.25 to 4, as text because templates know no fractions.')
  cores: string
  @description('Twice as many gibibytes as processors, for example 8Gi.')
  memory: string
}
