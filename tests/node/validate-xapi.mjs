// Validates Experience API statements, one a line of the input.
// Prints what is wrong with the first few; then "<valid> valid, <invalid> invalid". Fails if any is invalid.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const validate = createRequire(import.meta.url)("@learninglocker/xapi-validation").default;

let valid = 0;
let invalid = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const warnings = validate(JSON.parse(line));
  if (warnings.length === 0) valid++;
  else if (invalid++ < 3) console.log(line.slice(0, 2000), JSON.stringify(warnings));
}
console.log(`${valid} valid, ${invalid} invalid`);
process.exit(invalid === 0 ? 0 : 1);
