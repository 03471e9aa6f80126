import { ApiProblem, type Failure, type Problem } from "../../api/problems";
import type { Answer, DeclarationView, DraftService, Known } from "../draftService";
import type { DraftHead, DraftItem } from "../edits";

const stale = new ApiProblem(412, "stale-version", "已有变化", "changed");

/** The part of the service that drafts talk to, with its versions, for tests. */
export class FakeService implements DraftService {
  head: DraftHead = { promisesTruth: false };
  items: { itemId: string; item: DraftItem }[] = [];
  problems: Problem[] = [];
  revision = 1;
  /** Commands as they came. */
  readonly commands: string[] = [];
  /** Failures of the next commands, first in first out; null lets one through. */
  readonly failures: (Failure | null)[] = [];
  /** Runs after a command took effect and before its answer is sent. */
  beforeAnswer: () => void | Promise<void> = () => undefined;
  private readonly added = new Map<string, string>();

  view(): DeclarationView {
    return {
      declarationId: "001-a",
      status: "draft",
      version: 1,
      draftRevision: this.revision,
      head: { ...this.head },
      items: this.items.map((each) => ({ ...each })),
      importedHours: [],
      evidence: [],
      years: [],
      history: [],
      problems: this.problems,
      ruleSetVersion: "test",
      createdAt: "2026-01-01T00:00:00Z",
      heldSince: "2026-01-01T00:00:00Z",
      declarant: {
        personId: "p",
        name: "测试",
        maskedResidentId: "",
        employer: { code: "E", name: "单位" },
        isPublicInstitution: false,
        title: null,
        version: 1,
      },
    };
  }

  known(): Known {
    return { view: this.view(), etag: this.etag() };
  }

  /** What another tab or device saves. */
  elsewhere(head: DraftHead): void {
    this.head = { ...this.head, ...head };
    this.revision++;
  }

  read = (): Promise<Known> => Promise.resolve(this.known());

  saveHead = (head: DraftHead, etag: string): Promise<Answer> =>
    this.apply(`head ${JSON.stringify(head)}`, etag, () => {
      this.head = head;
      return null;
    });

  addItem = (key: string, item: DraftItem): Promise<Answer> =>
    this.apply(`add ${key}`, this.etag(), () => {
      const before = this.added.get(key);
      if (before !== undefined) {
        this.revision--;
        return before;
      }
      const itemId = `item${this.items.length + 1}`;
      this.items.push({ itemId, item });
      this.added.set(key, itemId);
      return itemId;
    });

  changeItem = (itemId: string, item: DraftItem, etag: string): Promise<Answer> =>
    this.apply(`change ${itemId}`, etag, () => {
      this.items = this.items.map((each) => (each.itemId === itemId ? { itemId, item } : each));
      return null;
    });

  private etag(): string {
    return `"v1-r${this.revision}"`;
  }

  private async apply(command: string, etag: string, change: () => string | null): Promise<Answer> {
    this.commands.push(command);
    const failure = this.failures.shift() ?? null;
    if (failure !== null) {
      throw failure;
    }
    if (etag !== this.etag()) {
      throw stale;
    }
    const createdId = change();
    this.revision++;
    await this.beforeAnswer();
    return {
      receipt: {
        declarationId: "001-a",
        status: "draft",
        version: 1,
        draftRevision: this.revision,
        holderUnitCode: null,
        createdId,
        problems: this.problems,
      },
      etag: this.etag(),
    };
  }
}
