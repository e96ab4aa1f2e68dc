// Preloaded by tests: appends the URL of each module that is loaded to the file that RECORD_MODULES names.
import { register } from "node:module";

const hooks = `
  import { appendFileSync } from "node:fs";
  export async function load(url, context, nextLoad) {
    appendFileSync(process.env.RECORD_MODULES, url + "\\n");
    return nextLoad(url, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
