#!/usr/bin/env bash
# Writes OrleansContracts.txt of src/Contracts and src/Grains anew: what goes over the wire between silos and fronts of different
# versions, and the names of grain classes, which are part of every stored key; as text to compare in a review. The build fails when
# a contract is not in it, has changed or has gone, or when there is none; what was once there stays, marked as retired.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/Contracts/Contracts.csproj src/Grains/Grains.csproj; do
  dotnet format "$project" analyzers --severity info --diagnostics \
    ORLEANS0016 ORLEANS0017 ORLEANS0018 ORLEANS0019 ORLEANS0020 ORLEANS0022 ORLEANS0023 ORLEANS0024
done
