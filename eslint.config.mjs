// Scripts and style sheets may use what every browser of package.json's browserslist knows. What is
// newer is an error here, so that no reader has to find it; docs/browsers.md says what that leaves out.

import css from "@eslint/css";
import parser from "@typescript-eslint/parser";
import browserslist from "browserslist";
import { defineConfig, globalIgnores } from "eslint/config";
import baseline from "eslint-plugin-baseline-js";
import compat from "eslint-plugin-compat";
import edition from "eslint-plugin-es-x";

const root = import.meta.dirname;
const list = browserslist.loadConfig({ path: root });

/* The last year whose Baseline (what all engines had by its end) every browser of the list has. */
function baselineYear() {
  const ours = browserslist(list);
  const known = (year) => {
    const browsers = new Set(browserslist(`baseline ${year}`));
    return ours.every((browser) => browsers.has(browser));
  };
  return Array.from({ length: 20 }, (_, index) => 2016 + index).findLast(known);
}

const year = baselineYear();

/* Syntax that the parser takes and no rule below names. */
const PROPOSALS = ["AccessorProperty", "Decorator", "ImportExpression[phase]", "MetaProperty[property.name='defer']"];

export default defineConfig([
  globalIgnores(["**/.*/", "build/", "out/"]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { targets: list },
  },
  {
    files: ["**/*.css"],
    language: "css/css",
    plugins: { css },
    rules: {
      "css/use-baseline": ["error", {
        available: year,
        // All browsers of the list keep scrolling inside a box that scrolls; Baseline asks more of it. Where there are
        // no forced colours, as in Safari, there is nothing to adjust.
        allowProperties: ["overscroll-behavior", "forced-color-adjust"],
      }],
    },
  },
  {
    files: ["**/*.js"],
    extends: [edition.configs[`flat/restrict-to-es${year}`], edition.configs["flat/no-new-in-esnext"]],
    plugins: { baseline, compat },
    languageOptions: { parser, parserOptions: { project: "./tsconfig.json", tsconfigRootDir: root } },
    rules: {
      "baseline/use-baseline": ["error", {
        available: year,
        // With types: `document.startViewTransition` is told from a method of the same name of ours.
        includeWebApis: { preset: "type-aware" },
        includeJsBuiltins: { preset: "type-aware" },
      }],
      "compat/compat": "error",
      "no-restricted-syntax": ["error", ...PROPOSALS.map((selector) => ({ selector, message: "No browser of the list knows this syntax." }))],
    },
  },
]);
