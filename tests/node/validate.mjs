// Validates JSON documents, one a line of the input, against a schema.
// node validate.mjs <schema.json> [items]   with "items", each line is an array whose items are validated.
// Prints what is wrong with the first few; then "<valid> valid, <invalid> invalid". Fails if any is invalid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import Ajv from "ajv";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addMetaSchema(createRequire(import.meta.url)("ajv/dist/refs/json-schema-draft-06.json"));
delete schema.id; // What draft 4 called "$id"; ajv refuses the old name.
const validate = ajv.compile(schema);
const items = process.argv[3] === "items";

let valid = 0;
let invalid = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const document = JSON.parse(line);
  for (const one of items ? document : [document]) {
    if (validate(one)) valid++;
    else if (invalid++ < 3) console.log(JSON.stringify(one).slice(0, 2000), ajv.errorsText(validate.errors));
  }
}
console.log(`${valid} valid, ${invalid} invalid`);
process.exit(invalid === 0 ? 0 : 1);
