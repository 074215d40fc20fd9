// Writes the page's module with the names of its functions: node build/named.mjs GLUE MODULE NAMED-MODULE
import { writeFileSync } from "node:fs";

import { linkNamed } from "./link.mjs";

const [glue, module, to] = process.argv.slice(2);
writeFileSync(to, await linkNamed(glue, module));
