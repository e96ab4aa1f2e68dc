import type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonSource,
  JsonString,
} from "./json-node.js";
import { type JsonTree, ROW } from "./json-tree.js";

/** The node of a row. */
export function nodeOf(tree: JsonTree, row: number): JsonNode {
  switch (tree.kind(row)) {
    case ROW.object:
      return new ObjectNode(tree, row);
    case ROW.array:
      return new ArrayNode(tree, row);
    case ROW.number:
      return new NumberNode(tree, row);
    case ROW.true:
    case ROW.false:
      return new BooleanNode(tree, row);
    case ROW.null:
      return new NullNode(tree, row);
    default:
      return new StringNode(tree, row);
  }
}

/** A node of a tree's row. */
export abstract class TreeNode {
  // Declared only: V8 makes fields that a class defines one after the other, which takes longer than all else about a node.
  declare readonly tree: JsonTree;
  declare readonly row: number;

  constructor(tree: JsonTree, row: number) {
    this.tree = tree;
    this.row = row;
  }

  get source(): JsonSource {
    return this.tree.source;
  }

  get start(): number {
    return this.tree.start(this.row);
  }

  get end(): number {
    return this.tree.end(this.row);
  }
}

class ObjectNode extends TreeNode implements JsonObject {
  get kind(): "object" {
    return "object";
  }

  get members(): JsonMember[] {
    const { tree, row } = this;
    const members: JsonMember[] = [];
    const end = tree.after(row);
    for (let key = row + 1; key < end; key = tree.after(key + 1)) members.push(memberAt(tree, key));
    return members;
  }
}

function memberAt(tree: JsonTree, key: number): JsonMember {
  return { key: new StringNode(tree, key), value: nodeOf(tree, key + 1) };
}

class ArrayNode extends TreeNode implements JsonArray {
  get kind(): "array" {
    return "array";
  }

  get items(): JsonNode[] {
    const { tree, row } = this;
    const items: JsonNode[] = [];
    const end = tree.after(row);
    for (let item = row + 1; item < end; item = tree.after(item)) items.push(nodeOf(tree, item));
    return items;
  }
}

class StringNode extends TreeNode implements JsonString {
  get kind(): "string" {
    return "string";
  }

  get value(): string {
    return this.tree.text(this.row);
  }
}

class NumberNode extends TreeNode implements JsonNumber {
  get kind(): "number" {
    return "number";
  }

  get value(): number {
    return this.tree.number(this.row);
  }
}

class BooleanNode extends TreeNode implements JsonBoolean {
  get kind(): "boolean" {
    return "boolean";
  }

  get value(): boolean {
    return this.tree.kind(this.row) === ROW.true;
  }
}

class NullNode extends TreeNode implements JsonNull {
  get kind(): "null" {
    return "null";
  }
}

/** The member of an object of a tree, undefined when it has no such key or is no object. */
export function memberOfTree({ tree, row }: TreeNode, name: string): JsonMember | undefined {
  const key = tree.keyOf(row, name);
  return key === undefined ? undefined : memberAt(tree, key);
}

/** The value of such a member. */
export function memberValueOfTree({ tree, row }: TreeNode, name: string): JsonNode | undefined {
  const key = tree.keyOf(row, name);
  return key === undefined ? undefined : nodeOf(tree, key + 1);
}
