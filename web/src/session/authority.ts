import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { clientSettings } from "./clientSettings";

/** Where the authority sends the browser back to. */
export const signedInPath = "/signed-in";

let made: Promise<UserManager> | null = null;

/**
 * The OpenID Connect client: authorization code with PKCE. Tokens live in this page's memory alone (docs/decisions); the proof of
 * a sign-in under way lies in the tab's session storage until the browser comes back.
 */
export function authority(): Promise<UserManager> {
  made ??= make().catch((failure: unknown) => {
    made = null;
    throw failure;
  });
  return made;
}

async function make(): Promise<UserManager> {
  const settings = await clientSettings();
  return new UserManager({
    authority: settings.authority,
    client_id: settings.clientId,
    scope: settings.scopes.join(" "),
    redirect_uri: location.origin + signedInPath,
    post_logout_redirect_uri: location.origin + "/",
    response_type: "code",
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    // The session renews by itself, with bounds of its own.
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
  });
}

export type { User };
