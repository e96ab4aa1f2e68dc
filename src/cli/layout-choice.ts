import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { nearestHint } from "../validate/nearest.js";
import { SCHEMA_FOLDER } from "./folders.js";
import { UsageError } from "./usage-error.js";

/** A layout's name and its folder, as the user would write it. */
export interface LayoutFolder {
  readonly name: string;
  readonly folder: string;
}

/**
 * The layout that the user means: a name under ./schema, or the path of a layout's folder; without a choice all
 * under ./schema, by code unit.
 * Throws UsageError: there is no such layout, or none at all.
 */
export async function chooseLayouts(choice: string | undefined): Promise<readonly LayoutFolder[]> {
  const { findLayouts } = await import("../model/layouts.js");
  const all = findLayouts(SCHEMA_FOLDER).map((name) => ({ name, folder: `${SCHEMA_FOLDER}/${name}` }));
  if (choice === undefined) {
    if (all.length > 0) return all;
    throw new UsageError(
      `no layout under ./${SCHEMA_FOLDER}: no folder there has a layout.json`,
      "worldswitch init schema/NAME makes one; --layout DIR names one elsewhere",
    );
  }
  const named = all.find(({ name }) => name === choice);
  if (named !== undefined) return [named];
  const folder = choice.replace(/\/+$/, "");
  if (isFile(join(folder, "layout.json"))) return [{ name: basename(resolve(folder)), folder }];
  throw new UsageError(
    `no layout ${choice}: neither under ./${SCHEMA_FOLDER} nor a folder with a layout.json`,
    hint(choice, all),
  );
}

/**
 * The one layout that the user means: without a choice the only one, or the only one that extends no other.
 * Throws UsageError when there are several such.
 */
export async function chooseLayout(choice: string | undefined): Promise<LayoutFolder> {
  const all = await chooseLayouts(choice);
  const bases = all.length === 1 ? all : all.filter(({ folder }) => !extendsAnother(folder));
  const [only, ...more] = bases;
  if (only !== undefined && more.length === 0) return only;
  throw new UsageError(
    `there are ${all.length} layouts: ${all.map(({ name }) => name).join(", ")}`,
    `choose one with --layout, as in --layout ${(only ?? all[0])?.name ?? "NAME"}`,
  );
}

/** Whether a folder's layout.json names a base. What is wrong with the document is for the loader to say. */
function extendsAnother(folder: string): boolean {
  try {
    const layout: unknown = JSON.parse(readFileSync(join(folder, "layout.json"), "utf8"));
    return typeof layout === "object" && layout !== null && "extends" in layout;
  } catch {
    return false;
  }
}

function hint(choice: string, all: readonly LayoutFolder[]): string | undefined {
  const names = all.map(({ name }) => name);
  const meant = nearestHint(choice, names);
  if (meant !== undefined) return meant;
  return names.length === 0 ? undefined : `there is ${names.join(", ")}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
