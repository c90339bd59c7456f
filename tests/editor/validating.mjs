// A second validator of others: stdin is {schemas: {kind: schema}, files: [[kind, name, value, good]]}; stdout [[name, ok, text]].
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const { schemas, files } = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allowMatchingProperties: true });
addFormats(ajv);
ajv.addVocabulary(["errorMessage", "enumDescriptions", "defaultSnippets", "doNotSuggest"]);
const checks = {}, found = [];
for (const [kind, schema] of Object.entries(schemas)) {
  try { checks[kind] = ajv.compile(schema); } catch (error) { found.push([kind, false, String(error)]); }
}
for (const [kind, name, value, good] of files) {
  const ok = checks[kind]?.(value) ?? false;
  if (ok !== good) found.push([name, false, JSON.stringify(checks[kind]?.errors ?? []).slice(0, 300)]);
}
process.stdout.write(JSON.stringify(found));
