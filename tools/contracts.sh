#!/usr/bin/env bash
# Writes src/Contracts/OrleansContracts.txt anew: what goes over the wire between silos and fronts of different versions, as text
# to compare in a review. The build fails when a contract is not in it; what was once there stays, marked as retired.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet format src/Contracts/Contracts.csproj analyzers --severity info --diagnostics \
  ORLEANS0016 ORLEANS0017 ORLEANS0018 ORLEANS0019 ORLEANS0020 ORLEANS0022 ORLEANS0023 ORLEANS0024
