// Node's own modules, of which only tests know.
declare module "node:assert/strict";
declare module "node:fs";
declare module "node:test";
