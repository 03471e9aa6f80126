interface Holder {
  readonly isShared: boolean;
  readonly over: Promise<void>;
}

/** Web Locks for tests, as a browser keeps them for all of its tabs. Only what the client uses. */
export class FakeLocks {
  private readonly held = new Map<string, readonly Holder[]>();

  async request(
    name: string,
    second: { ifAvailable?: boolean; mode?: LockMode } | ((lock: unknown) => Promise<unknown>),
    third?: (lock: unknown) => Promise<unknown>,
  ): Promise<unknown> {
    const work = (typeof second === "function" ? second : third) as (lock: unknown) => Promise<unknown>;
    const options = typeof second === "function" ? {} : second;
    const isShared = options.mode === "shared";
    const inTheWay = () => (this.held.get(name) ?? []).filter((holder) => !isShared || !holder.isShared);
    if (options.ifAvailable === true && inTheWay().length > 0) {
      return work(null);
    }
    while (inTheWay().length > 0) {
      await Promise.all(inTheWay().map(({ over }) => over));
    }
    const running = Promise.resolve(work({ name }));
    const holder: Holder = {
      isShared,
      over: running.then(
        () => undefined,
        () => undefined,
      ),
    };
    this.held.set(name, [...(this.held.get(name) ?? []), holder]);
    try {
      return await running;
    } finally {
      this.held.set(
        name,
        (this.held.get(name) ?? []).filter((each) => each !== holder),
      );
    }
  }
}
