// Makes src/Grains/Registry/pinyin-initials.txt: for each initial letter the common characters (GB 2312) that can be read
// with it. A character with several readings stands in several lines. Run it with `npm ci && node generate.mjs`.
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const decoder = new TextDecoder("gb2312");
const byInitial = new Map();
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    for (const reading of pinyin(character, { multiple: true, toneType: "none", type: "array" })) {
      const initial = reading[0]?.replace("ü", "v");
      if (!/^[a-z]$/.test(initial ?? "")) continue;
      byInitial.set(initial, (byInitial.get(initial) ?? new Set()).add(character));
    }
  }
}

const lines = [...byInitial].sort(([one], [other]) => (one < other ? -1 : 1)).map(([initial, all]) => initial + [...all].join(""));
writeFileSync(new URL("../../src/Grains/Registry/pinyin-initials.txt", import.meta.url), lines.join("\n") + "\n");
