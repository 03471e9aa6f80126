import { type Mock, vi } from "vitest";

/** What a stubbed service does with a request: answers, or fails as a network does. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

/** A problem document. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(
    {
      type: `urn:ceactors:problem:${code}`,
      title: code,
      status,
      detail: code,
      code,
      chinese: `中文 ${code}`,
      english: `English ${code}`,
      problems: [],
      facts: null,
      traceId: "trace",
    },
    status,
    headers,
  );
}

/** No answer. */
export const noNetwork: Answer = () => Promise.reject(new TypeError("Failed to fetch"));

/** Puts answers in the place of the network, in order; the last one stays. Returns the requests as they were sent. */
export function stubNetwork(...answers: readonly [Answer, ...Answer[]]): Request[] {
  const sent: Request[] = [];
  const stub: Mock = vi.fn((request: Request) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? answers[0];
    sent.push(request.clone());
    return answer(request);
  });
  vi.stubGlobal("fetch", stub);
  return sent;
}
