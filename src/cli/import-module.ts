/**
 * The exports of an ES module by its URL. A file of its own, which Node loads by itself: a module that comes from the
 * code cache cannot import on Node 20.
 */
export function importModule(url: string): Promise<Readonly<Record<string, unknown>>> {
  return import(url);
}
