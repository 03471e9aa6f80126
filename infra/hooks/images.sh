#!/bin/sh
# Before the templates: makes the registry, builds both images in it from this working copy, and says which set of silos comes next.
set -eu
cd "$(dirname "$0")/../.."

: "${AZURE_RESOURCE_GROUP:?azd asks for the resource group; without azd: export AZURE_RESOURCE_GROUP}"
: "${AZURE_SUBSCRIPTION_ID:?azd asks for the subscription; without azd: export AZURE_SUBSCRIPTION_ID}"

say() { printf '%s\n' "▸ $*"; }

# The command line has a subscription of its own, which may be another than azd's, with a group of the same name in it.
az() {
  command az "$@" --subscription "$AZURE_SUBSCRIPTION_ID"
}

# digest_of REGISTRY IMAGE:TAG: what the tag points at now, so that nobody can change what is deployed later.
digest_of() {
  az acr repository show --name "$1" --image "$2" --query digest --output tsv
}

say "registry"
registry=$(az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name ceactors-registry \
  --template-file infra/bicep/registry.bicep --query properties.outputs.name.value --output tsv)
server=$(az acr show --name "$registry" --query loginServer --output tsv)

version=$(git describe --always --dirty --abbrev=12)-$(date -u +%Y%m%d%H%M%S)
for part in silo front; do
  say "image of the $part"
  az acr build --registry "$registry" --image "ceactors/$part:$version" --file "infra/docker/$part.Dockerfile" --output none .
done
silo_digest=$(digest_of "$registry" "ceactors/silo:$version")
front_digest=$(digest_of "$registry" "ceactors/front:$version")
for digest in "$silo_digest" "$front_digest"; do
  case $digest in
    sha256:*) ;;
    *) say "the registry gave no digest: '$digest'" >&2 && exit 1 ;;
  esac
done

# The other set than the one that stands: new silos get ports of their own and join before the old ones leave. Two sets that stand are
# what a deployment left that was cut off: the one that azd remembers as deployed stays, so the other is made anew.
standing=$(az containerapp list --resource-group "$AZURE_RESOURCE_GROUP" \
  --query "[?tags.\"ceactors-silo-set\"].tags.\"ceactors-silo-set\"" --output tsv | sort -u | tr -d '\r' | tr '\n' ' ')
case $standing in
  "a ") next=b ;;
  "b ") next=a ;;
  "") next=a ;;
  *) if [ "${SILO_SET_STANDING:-a}" = a ]; then next=b; else next=a; fi ;;
esac

azd env set REGISTRY_NAME "$registry"
azd env set SILO_IMAGE "$server/ceactors/silo@$silo_digest"
azd env set FRONT_IMAGE "$server/ceactors/front@$front_digest"
azd env set SILO_SET "$next"
say "set $next of silos comes next"
