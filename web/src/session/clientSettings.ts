import type { components } from "../api/schema";

/** What the client must know before anybody signs in. */
export type ClientSettings = components["schemas"]["ClientSettingsView"];

const address = "/api/client-settings";
const limitMilliseconds = 15_000;

let loaded: Promise<ClientSettings> | null = null;

/**
 * Read once a page; a failure is forgotten, so that the next call asks again.
 * @throws when the service cannot be reached or answers no settings.
 */
export function clientSettings(): Promise<ClientSettings> {
  loaded ??= load().catch((failure: unknown) => {
    loaded = null;
    throw failure;
  });
  return loaded;
}

async function load(): Promise<ClientSettings> {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(limitMilliseconds),
  });
  if (!response.ok) {
    throw new Error(`The settings of the client were answered ${response.status}.`);
  }
  return (await response.json()) as ClientSettings;
}
