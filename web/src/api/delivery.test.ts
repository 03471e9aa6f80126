import { describe, expect, it } from "vitest";
import {
  attemptsAtBoundMax,
  attemptsMax,
  jitterShare,
  retryAfterMaxMilliseconds,
  waitAfter,
  waitMaxMilliseconds,
} from "./delivery";
import { ApiProblem, retryAfterOf, Unreachable } from "./problems";

function failure(status: number, code: string, retryAfterMilliseconds: number | null = null): ApiProblem {
  return new ApiProblem(status, code, "中", "E", [], {}, retryAfterMilliseconds);
}

describe("waitAfter", () => {
  it("doubles from two seconds up to its bound", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => waitAfter(attempt, new Unreachable(), 0));
    expect(waits).toEqual([
      2_000,
      4_000,
      8_000,
      16_000,
      waitMaxMilliseconds,
      waitMaxMilliseconds,
      waitMaxMilliseconds,
    ]);
  });

  it("never waits less than the service asked", () => {
    expect(waitAfter(1, failure(429, "overloaded", 5_000), 0)).toBe(5_000);
    expect(waitAfter(4, failure(429, "overloaded", 5_000), 0)).toBe(16_000);
  });

  it("adds a random share, so that pages do not come back at once", () => {
    expect(waitAfter(1, new Unreachable(), 1)).toBe(2_000 * (1 + jitterShare));
  });

  it("ends after the last attempt", () => {
    expect(waitAfter(attemptsMax - 1, new Unreachable(), 0)).not.toBeNull();
    expect(waitAfter(attemptsMax, new Unreachable(), 0)).toBeNull();
  });

  it("ends sooner at a bound of the person's own", () => {
    expect(waitAfter(attemptsAtBoundMax - 1, failure(429, "too-many"), 0)).not.toBeNull();
    expect(waitAfter(attemptsAtBoundMax, failure(429, "too-many"), 0)).toBeNull();
  });

  it.each(["overloaded", "unit-busy", "asked-too-often"])(
    "goes on for as long as for a service that is away when it was refused as %s",
    (code) => {
      expect(waitAfter(1, failure(429, code, 5_000), 0)).toBe(5_000);
      expect(waitAfter(attemptsMax - 1, failure(429, code, 3_000), 0)).toBe(waitMaxMilliseconds);
      expect(waitAfter(attemptsMax, failure(429, code, 3_000), 0)).toBeNull();
    },
  );

  it("follows a Retry-After up to its bound and no further", () => {
    expect(waitAfter(1, failure(503, "away", retryAfterMaxMilliseconds), 0)).toBe(retryAfterMaxMilliseconds);
    expect(waitAfter(1, failure(503, "away", retryAfterMaxMilliseconds + 1), 0)).toBeNull();
  });

  it.each([400, 401, 403, 404, 409, 412, 422])("does not repeat what was refused with %i", (status) => {
    expect(waitAfter(1, failure(status, "no"), 0)).toBeNull();
  });

  it("repeats what may have taken effect, whatever stands between", () => {
    expect(waitAfter(1, failure(500, "unexpected"), 0)).toBe(2_000);
    expect(waitAfter(1, failure(502, "gateway-failed"), 0)).toBe(2_000);
  });
});

describe("retryAfterOf", () => {
  it("reads seconds and dates, and nothing else", () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    expect(retryAfterOf("5", now)).toBe(5_000);
    expect(retryAfterOf("-5", now)).toBe(0);
    expect(retryAfterOf("Thu, 01 Jan 2026 00:00:07 GMT", now)).toBe(7_000);
    expect(retryAfterOf("Wed, 31 Dec 2025 00:00:00 GMT", now)).toBe(0);
    expect(retryAfterOf("soon", now)).toBeNull();
    expect(retryAfterOf("", now)).toBeNull();
    expect(retryAfterOf(null, now)).toBeNull();
  });
});
