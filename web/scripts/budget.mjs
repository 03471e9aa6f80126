// budget.mjs FOLDER: what a first visit loads, compressed, against the bound; and what each part adds when it is opened.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

// Issue: first load at most 450 KB compressed, whatever the browser takes of br and gzip.
const firstLoadKilobytesMax = 450;
const bytesPerKilobyte = 1_000;

const [folder] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(path.join(folder, ".vite", "manifest.json"), "utf8"));

async function bytesOf(file, encoding) {
    try {
        return (await stat(path.join(folder, file + encoding))).size;
    } catch {
        return (await stat(path.join(folder, file))).size;
    }
}

// Everything that a chunk brings with it, but not what it loads later.
function filesOf(key, known = new Set()) {
    if (!known.has(key)) {
        known.add(key);
        (manifest[key].imports ?? []).forEach((each) => filesOf(each, known));
    }
    return new Set([...known].flatMap((each) => [manifest[each].file, ...(manifest[each].css ?? [])]));
}

async function sum(files, encoding) {
    let bytes = 0;
    for (const file of files) {
        bytes += await bytesOf(file, encoding);
    }
    return bytes;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = filesOf(entry);
const line = (name, brotli, gzip) =>
    console.log(
        `  ${name.padEnd(34)} ${(brotli / bytesPerKilobyte).toFixed(1).padStart(8)} KB br ${(gzip / bytesPerKilobyte).toFixed(1).padStart(8)} KB gzip`,
    );
const page = await bytesOf("index.html", "");
const firstGzip = (await sum(first, ".gz")) + page;
line("first load", (await sum(first, ".br")) + page, firstGzip);
for (const key of Object.keys(manifest).filter((each) => manifest[each].isDynamicEntry)) {
    const added = [...filesOf(key)].filter((file) => !first.has(file));
    line(`+ ${key}`, await sum(added, ".br"), await sum(added, ".gz"));
}
if (firstGzip > firstLoadKilobytesMax * bytesPerKilobyte) {
    console.error(`The first load is over ${firstLoadKilobytesMax} KB compressed.`);
    process.exit(1);
}
