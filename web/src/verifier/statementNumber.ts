// What stands on the paper is written without I, L, O and U; whoever types it may read them all the same.
const misread: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };
const prefix = /^HN(\d{4})/;
const groupCharacters = 4;

function plain(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
}

/** A verification code as it is printed, from what was typed. */
export function codeOf(typed: string): string {
  return plain(typed).replace(/[OIL]/g, (letter) => misread[letter] ?? letter);
}

/** A statement's number as it is printed, from what was typed: full-width letters, spaces and missing hyphens do not matter. */
export function numberOf(typed: string): string {
  const text = plain(typed);
  const year = prefix.exec(text);
  if (year === null) {
    return text;
  }
  const rest = codeOf(text.slice(year[0].length));
  const groups = rest.match(new RegExp(`.{1,${groupCharacters}}`, "g")) ?? [];
  return [year[0], ...groups].join("-");
}
