/**
 * The project's rules for templates: a missing name throws, nothing is escaped, each and if are the only helpers, and
 * there are no names with an @. The build compiles by them as well.
 */
export const TEMPLATE_RULES = {
  strict: true,
  noEscape: true,
  data: false,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: false, with: false, log: false, lookup: false },
} as const;
