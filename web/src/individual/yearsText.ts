/** Years in few characters: 2020, 2022–2024. */
export function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.[1] === year - 1) {
      last[1] = year;
    } else if (last?.[1] !== year) {
      runs.push([year, year]);
    }
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
