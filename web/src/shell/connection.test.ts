import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connection, noticeMilliseconds } from "./connection";

beforeEach(() => {
  vi.useFakeTimers();
  connection.onAnswer(200, null);
});

afterEach(() => {
  vi.useRealTimers();
});

it("says that there is much to do until some time after the service asked to come back", () => {
  connection.onAnswer(503, "5");
  expect(connection.current()).toEqual({ isOffline: false, isOverloaded: true });

  vi.advanceTimersByTime(5_000 + noticeMilliseconds - 1);
  expect(connection.current().isOverloaded).toBe(true);
  vi.advanceTimersByTime(1);
  expect(connection.current().isOverloaded).toBe(false);
});

it("takes the notice back with the next answer, but not with a refusal", () => {
  connection.onAnswer(429, null);
  connection.onAnswer(412, null);
  expect(connection.current().isOverloaded).toBe(true);
  connection.onAnswer(200, null);
  expect(connection.current().isOverloaded).toBe(false);
});

it("says that there is no network from the first request without an answer to the next answer", () => {
  const told = vi.fn();
  const stop = connection.subscribe(told);
  connection.onUnreachable();
  connection.onUnreachable();
  expect(connection.current().isOffline).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);

  connection.onAnswer(404, null);
  expect(connection.current().isOffline).toBe(false);
  stop();
});
