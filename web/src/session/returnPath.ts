/** A path of this app to come back to after a sign-in; anything else, such as another site's address, becomes `/`. */
export function returnPathOf(wish: unknown): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || wish.startsWith("//") || wish.includes("\\")) {
    return "/";
  }
  const resolved = new URL(wish, location.origin);
  const isOurs = resolved.origin === location.origin && resolved.pathname !== "/signed-in";
  return isOurs ? resolved.pathname + resolved.search + resolved.hash : "/";
}

/** Where the browser is now. */
export function presentPath(): string {
  return location.pathname + location.search + location.hash;
}
