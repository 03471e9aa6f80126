// Writes src/api/schema.d.ts from the API's document, or with --check says whether it is up to date.
import { readFile, writeFile } from "node:fs/promises";
import openapi, { astToString } from "openapi-typescript";

const source = new URL("../../src/Functions/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.d.ts", import.meta.url);
const head = "// Generated from src/Functions/openapi.json by: npm run schema. Do not edit.\n\n";

const text = head + astToString(await openapi(source, { silent: true }));
if (process.argv.includes("--check")) {
    if ((await readFile(target, "utf8")) !== text) {
        console.error(
            "web/src/api/schema.d.ts is not that of src/Functions/openapi.json: run npm run schema in web.",
        );
        process.exit(1);
    }
} else {
    await writeFile(target, text);
}
