#!/bin/sh
# After the templates: waits until the new silos run, then takes those of the deployment before away, one at a time.
set -eu

: "${AZURE_RESOURCE_GROUP:?azd asks for the resource group; without azd: export AZURE_RESOURCE_GROUP}"
: "${AZURE_SUBSCRIPTION_ID:?azd asks for the subscription; without azd: export AZURE_SUBSCRIPTION_ID}"
: "${SILO_SET:?images.sh sets it}"

# How long a new silo may take to run, and how long the cluster rests after each that left.
start_seconds=${CEACTORS_START_SECONDS:-600}
rest_seconds=${CEACTORS_REST_SECONDS:-30}
look_seconds=${CEACTORS_LOOK_SECONDS:-5}

say() { printf '%s\n' "▸ $*"; }

# The command line has a subscription of its own, which may be another than azd's, with a group of the same name in it.
az() {
  command az "$@" --subscription "$AZURE_SUBSCRIPTION_ID"
}

# silos_of SET: names of its apps.
silos_of() {
  az containerapp list --resource-group "$AZURE_RESOURCE_GROUP" \
    --query "[?tags.\"ceactors-silo-set\"=='$1'].name" --output tsv | tr -d '\r'
}

# A silo that cannot reach itself through the ingress, or cannot join, ends and is started again: its replica is never running for long.
runs() {
  [ "$(az containerapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$1" --query properties.runningStatus --output tsv | tr -d '\r')" = Running ] &&
    [ "$(az containerapp revision list --resource-group "$AZURE_RESOURCE_GROUP" --name "$1" \
      --query "[?properties.active].properties.healthState | [0]" --output tsv | tr -d '\r')" = Healthy ]
}

if [ "$SILO_SET" = a ]; then leaving=b; else leaving=a; fi
new=$(silos_of "$SILO_SET")
if [ "${RESTORING:-false}" = true ]; then
  # Nothing was deployed that could take over, and nothing may write while a backup is brought back.
  new=
  leaving='a b'
fi
[ -n "$new" ] || [ "$leaving" = 'a b' ] || { say "no silo of set $SILO_SET was deployed" >&2; exit 1; }
for silo in $new; do
  waited=0
  until runs "$silo"; do
    if [ "$waited" -ge "$start_seconds" ]; then
      say "$silo does not run after $start_seconds s: the silos of before stay; see its log" >&2
      exit 1
    fi
    sleep "$look_seconds"
    waited=$((waited + look_seconds))
  done
  say "$silo runs"
done

for silo in $(for set in $leaving; do silos_of "$set"; done); do
  say "$silo leaves"
  # What watches it goes first; without addresses to tell there is nothing that does.
  for alert in gone restarting; do
    az monitor metrics alert delete --resource-group "$AZURE_RESOURCE_GROUP" --name "$silo-$alert" --output none || true
  done
  # The platform sends SIGTERM and waits; the silo hands over what it holds and leaves the cluster.
  az containerapp delete --resource-group "$AZURE_RESOURCE_GROUP" --name "$silo" --yes --output none
  sleep "$rest_seconds"
done
if [ -z "$new" ]; then
  say "no silo runs: restore, then azd env set RESTORING false and azd provision"
  exit 0
fi
azd env set SILO_SET_STANDING "$SILO_SET"
say "set $SILO_SET of silos stands alone"
