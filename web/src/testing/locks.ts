/** Web Locks for tests, as a browser keeps them for all of its tabs. Only what the client uses. */
export class FakeLocks {
  private readonly held = new Map<string, Promise<unknown>>();

  async request(
    name: string,
    second: { ifAvailable?: boolean } | (() => Promise<unknown>),
    third?: (lock: unknown) => Promise<unknown>,
  ): Promise<unknown> {
    const work = (typeof second === "function" ? second : third) as (lock: unknown) => Promise<unknown>;
    if (typeof second !== "function" && second.ifAvailable === true && this.held.has(name)) {
      return work(null);
    }
    await this.held.get(name);
    const running = Promise.resolve(work({ name }));
    const over = running.then(
      () => undefined,
      () => undefined,
    );
    this.held.set(name, over);
    try {
      return await running;
    } finally {
      if (this.held.get(name) === over) {
        this.held.delete(name);
      }
    }
  }
}
