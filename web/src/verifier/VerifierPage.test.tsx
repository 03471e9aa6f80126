import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { language } from "../language/language";
import { json, noNetwork, problem, stubNetwork } from "../testing/answers";
import { renderAt } from "../testing/render";
import { Component as VerifierPage } from "./VerifierPage";

const routes = [{ path: "/verify/:number?", element: <VerifierPage /> }];
const address = "/verify/HN2026-ABCD-EFGH-JKMN?code=ABCDEFGHJK";
const statement = {
  number: "HN2026-ABCD-EFGH-JKMN",
  maskedName: "张*",
  maskedResidentId: "4301**********1234",
  employerName: "长沙市第一中学",
  agencyName: "长沙市人力资源和社会保障局",
  issuedAt: "2026-03-01T16:30:00Z",
  years: [
    {
      year: 2025,
      generalQuarterHours: 120,
      professionalQuarterHours: 242,
      generalTargetQuarterHours: 120,
      professionalTargetQuarterHours: 240,
      totalTargetQuarterHours: 360,
      targetMet: true,
    },
  ],
  digest: "0f".repeat(32),
  isRevoked: false,
  revokedAt: null,
};

afterEach(async () => {
  await act(() => language.choose("zh"));
  vi.unstubAllGlobals();
});

describe("the verifier", () => {
  it("says that a statement is in force, and what must stand on the paper", async () => {
    const sent = stubNetwork(() => json(statement));
    renderAt(address, routes);

    expect(await screen.findByRole("heading", { name: "核验通过：这份学时认定单真实有效" })).toBeVisible();
    expect(screen.getByText("长沙市第一中学")).toBeVisible();
    expect(screen.getByText("2026-03-02")).toBeVisible();
    expect(screen.getByRole("cell", { name: "60.5 / 60" })).toBeVisible();
    expect(sent[0]?.url).toContain("/api/verification/HN2026-ABCD-EFGH-JKMN?code=ABCDEFGHJK");
    expect(sent[0]?.headers.get("Authorization")).toBeNull();
  });

  it("says that a revoked statement proves nothing any more", async () => {
    stubNetwork(() => json({ ...statement, isRevoked: true, revokedAt: "2026-05-06T00:00:00Z" }));
    renderAt(address, routes);

    expect(await screen.findByRole("alert")).toHaveTextContent("这份学时认定单已失效");
    expect(screen.getByRole("alert")).toHaveTextContent("2026-05-06");
    expect(screen.queryByText(/真实有效/)).toBeNull();
  });

  it("says the same of a wrong code and of a number that is none", async () => {
    stubNetwork(() => problem(404, "statement-not-verified"));
    renderAt(address, routes);

    expect(await screen.findByRole("alert")).toHaveTextContent("没有核验到这份学时认定单");
  });

  it("does not call a statement wrong when it cannot be asked about", async () => {
    stubNetwork(noNetwork);
    renderAt(address, routes);

    expect(await screen.findByRole("alert")).toHaveTextContent("网络连接不上");
    expect(screen.queryByText(/没有核验到/)).toBeNull();
    expect(screen.getByRole("button", { name: "重试" })).toBeVisible();
  });

  it("asks for number and code, and goes to the address that the QR code names", async () => {
    const sent = stubNetwork(() => json(statement));
    const { router } = renderAt("/verify", routes);
    const user = userEvent.setup();

    await user.click(screen.getByRole("button", { name: "核验" }));
    expect(await screen.findByText("请输入编号")).toBeVisible();
    expect(sent).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "编号" }), "hn2026 abcd efgh jkmn");
    await user.type(screen.getByRole("textbox", { name: "验证码" }), "abcdefghjk");
    await user.click(screen.getByRole("button", { name: "核验" }));

    expect(await screen.findByText("长沙市第一中学")).toBeVisible();
    expect(router.state.location.pathname + router.state.location.search).toBe(address);
  });

  it("speaks English to whoever chooses so", async () => {
    stubNetwork(() => json(statement));
    await act(() => language.choose("en"));
    renderAt(address, routes);

    expect(await screen.findByRole("heading", { name: /genuine and in force/ })).toBeVisible();
    expect(document.documentElement.lang).toBe("en");
  });
});
