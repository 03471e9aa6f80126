import { describe, expect, it } from "vitest";
import { isMovedOnlyBy, lostTo } from "./losses";
import { rerouteChoices, routedBy } from "./reroute";
import { choicesMatching, chosenLast, suggestRoute } from "./routeSuggestion";
import { historyOf } from "./samples";
import type { RouteChoices } from "./types";

const school = { code: "EMP-1", name: "株洲市第一中学" };
const bureau = { code: "DEP-1", name: "株洲市教育局" };
const city = { code: "DEP-2", name: "株洲市人民政府" };
const agency = { code: "HRSS-1", name: "株洲市人力资源和社会保障局" };
const routes: RouteChoices = {
  superiors: [bureau, city],
  agencies: [],
  mustChooseAgency: false,
  suggestedCode: null,
};
const fresh = { history: [historyOf(1, { action: "submitted", unit: null })] };

describe("the suggested next unit", () => {
  it("is the only one there is", () => {
    const only = { ...routes, superiors: [], agencies: [agency], mustChooseAgency: true };
    expect(suggestRoute(only, school.code, fresh, null, null)).toBe(agency.code);
  });

  it("is where this declaration went the last time, before anything else", () => {
    const again = {
      history: [historyOf(2, { nextUnit: city }), historyOf(3, { action: "returned", unit: city })],
    };
    expect(
      suggestRoute({ ...routes, suggestedCode: bureau.code }, school.code, again, bureau.code, null),
    ).toBe(city.code);
  });

  it("is what was chosen on this page last, before what the unit remembers", () => {
    expect(suggestRoute({ ...routes, suggestedCode: city.code }, school.code, fresh, bureau.code, null)).toBe(
      bureau.code,
    );
    expect(suggestRoute({ ...routes, suggestedCode: city.code }, school.code, fresh, null, null)).toBe(
      city.code,
    );
  });

  it("is found in the history of what was decided last when the unit has forgotten it", () => {
    const last = { history: [historyOf(2, { nextUnit: bureau })] };
    expect(suggestRoute(routes, school.code, fresh, null, last)).toBe(bureau.code);
  });

  it("is never one that may not be chosen any more, and none when nothing speaks for one", () => {
    const last = { history: [historyOf(2, { nextUnit: agency })] };
    expect(suggestRoute(routes, school.code, fresh, agency.code, last)).toBeNull();
    expect(suggestRoute(routes, school.code, fresh, null, null)).toBeNull();
  });

  it("does not take the choice of another unit for one's own", () => {
    const others = { history: [historyOf(2, { unit: bureau, nextUnit: city })] };
    expect(suggestRoute(routes, school.code, fresh, null, others)).toBeNull();
    const passes = [
      { unit: bureau.code, declarationId: "d", version: 2, kind: "pass", personName: "", nextUnit: city },
    ] as const;
    expect(chosenLast(passes, school.code)).toBeNull();
    expect(chosenLast(passes, bureau.code)).toBe(city.code);
  });

  it("is searched by name and by code, whatever the case", () => {
    expect(choicesMatching([bureau, city], " dep-2 ")).toEqual([city]);
    expect(choicesMatching([bureau, city], "教育")).toEqual([bureau]);
    expect(choicesMatching([bureau, city], "")).toEqual([bureau, city]);
  });
});

describe("the loser of a race", () => {
  it("learns of the one who moved it first after the version that was decided on", () => {
    const faster = historyOf(3, { actorName: "彭涛" });
    expect(lostTo([historyOf(4), historyOf(2), faster], 2)).toBe(faster);
  });

  it("learns of nobody when nobody moved it", () => {
    expect(lostTo([historyOf(1), historyOf(2)], 2)).toBeNull();
  });
});

describe("a re-route", () => {
  const history = [historyOf(2, { unit: school, nextUnit: bureau })];

  it("goes by the unit that passed last, and not at the employer", () => {
    expect(routedBy({ history, holder: bureau, status: "pendingSuperior" })).toEqual(school);
    expect(routedBy({ history, holder: school, status: "pendingEmployer" })).toBeNull();
  });

  it("offers what that unit could have chosen, without the present holder", () => {
    const choices = rerouteChoices({ kind: "employer", ancestors: [bureau, city] }, agency, bureau.code);
    expect(choices).toMatchObject({ superiors: [city], agencies: [] });
  });

  it("offers the agency to departments and first-level units alone", () => {
    const ofDepartment = rerouteChoices(
      { kind: "supervisingDepartment", ancestors: [city] },
      agency,
      city.code,
    );
    expect(ofDepartment).toMatchObject({ superiors: [], agencies: [agency] });
    expect(rerouteChoices({ kind: "employer", ancestors: [] }, agency, "DEP-9").agencies).toEqual([agency]);
  });
});

describe("what a reader did to a declaration themselves", () => {
  const own = historyOf(3);
  const others = historyOf(4, { actorPersonId: "pbbbbbbbbbbbbbbbbbbbbbbbb" });

  it("is told from what others did since", () => {
    expect(isMovedOnlyBy([historyOf(2), own], 2, own.actorPersonId)).toBe(true);
    expect(isMovedOnlyBy([historyOf(2), own, others], 2, own.actorPersonId)).toBe(false);
    expect(isMovedOnlyBy([historyOf(2), others], 2, own.actorPersonId)).toBe(false);
  });

  it("is nothing when nobody moved it", () => {
    expect(isMovedOnlyBy([historyOf(2), own], 3, own.actorPersonId)).toBe(false);
  });
});
