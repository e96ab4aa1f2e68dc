/**
 * What objects are made of whose keys come from a document: nothing is inherited, so that "__proto__" is only a key, and
 * yet V8 keeps such objects as it keeps those of classes; those of `Object.create(null)` are each a hash table.
 */
export class Plain {
  [key: string]: unknown;
}
Object.setPrototypeOf(Plain.prototype, null);
Reflect.deleteProperty(Plain.prototype, "constructor");
