// A module of its own, so that the command loads it when a program runs on.
export { FastEngine } from "../runtime/index.js";
