import type { Model } from "../../src/model/types.js";
import { type Edit, modelOf } from "./layout-fixture.js";

/** What mends the seed's four defects in its documents, the waivers included. */
export const mendingEdits: readonly Edit[] = [
  [
    "world-switch.json",
    `"width": 64,
      "waive": [{ "code": "WS303", "because": "as posted: the store takes a hole of 4 bytes behind the u32 with it; mended later" }]`,
    `"width": 32`,
  ],
  [
    "world-switch.json",
    `"bit": 1,
      "waive": [{ "code": "WS304", "because": "as posted: the test looks at FST[0], and misses faults of level 0 and 2; mended later" }]`,
    `"bit": 0`,
  ],
  [
    "world-switch.json",
    `"register": "PAR_EL1",
        "waive": [{ "code": "WS305", "because": "as posted: AT overwrites the guest's PAR_EL1; it is saved and restored in later kernels" }]`,
    `"register": "PAR_EL1"`,
  ],
  [
    "world-switch.json",
    `"ipaShift": 0,
    "waive": [{ "code": "WS333", "because": "as posted: the address goes to TLBI where the page's number belongs; mended later" }]`,
    `"ipaShift": 12`,
  ],
  [
    "sysreg-order.json",
    `{ "name": "CNTKCTL_EL1", "groups": ["sysregs"] }`,
    `{ "name": "CNTKCTL_EL1", "groups": ["sysregs"] },
    { "name": "PAR_EL1", "groups": ["sysregs"] }`,
  ],
];

/** The seed's layout without its defects. */
export function mendedModel(): Model {
  return modelOf(...mendingEdits);
}
