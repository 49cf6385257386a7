/* The stand-alone page as a file: besides what a frame has, any border line, two days and the chart over time. What they are
 * drawn of stands in the file, packed, and is read when it is asked for.
 */

import { showChanges } from "../changes.js";
import { drawingOf, save, tableOf } from "../chart_files.js";
import { compared } from "../compare.js";
import { CourseChart } from "../course_chart.js";
import { DateField } from "../date_field.js";
import { make } from "../dom.js";
import { chartOf, courseOf, lineOf } from "../every_lens.js";
import { TwoDays } from "../map/two_days.js";
import { OtherDay } from "../other_day.js";
import { byName } from "../speech.js";
import { clamp } from "../time.js";
import { Page, wholeFile } from "./standalone.js";

/** @import { ComparisonFile, LensFile } from "../documents.d.ts" */

/** @param {string} selector */
const one = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

class FilePage extends Page {
  /** @type {LensFile | null} */
  line = null;
  /** @type {ComparisonFile | null} */
  comparison = null;
  /** @type {CourseChart | null} */
  chart = null;
  /** @type {{ title: Node[], view: string, words: string, covered: string } | null} */
  flank = null; // what is said of it, where a line takes its place

  get throughLens() { return Boolean(this.place.lens); }

  fetch(worldview, role) { return role === "lens" ? this.lineOf(this.place.lens) : super.fetch(worldview, role); }

  start() {
    const fold = /** @type {HTMLDetailsElement} */ (one("#over-time"));
    this.sheets.lens = () => (this.place.lens ? this.lineOf(this.place.lens) : null);
    this.other = new OtherDay(one(".other-day"), (day) => this.show({ compare: day }, true), (day) => this.show({ compare: day }));
    this.otherField = new DateField(/** @type {HTMLInputElement} */ (one("#other-date")), (day) => this.show({ compare: clamp(day, this.whole) }));
    this.otherField.within(this.whole);
    one("#one-day").addEventListener("click", () => this.show({ compare: "" }));
    this.menu = /** @type {HTMLSelectElement} */ (one("#line"));
    this.menu.addEventListener("change", () => this.through(this.menu.value));
    fold.addEventListener("toggle", () => this.showChart());
    one("#chart-files").addEventListener("click", ({ target }) => this.saveChart(/** @type {HTMLElement} */ (target).dataset.save));
    super.start();
    this.two = new TwoDays(this.atlas);
    this.offerLines();
    this.showTwo();
    if (this.place.lens) this.showLine();
  }

  offerLines() {
    const { flank, own, ready, lines } = this.config.lines;
    const option = (value, words) => Object.assign(make("option", "", words), { value });
    const group = (label, options) => {
      const made = make("optgroup", "", options);
      made.setAttribute("label", label);
      return made;
    };
    const states = Object.entries(this.timeline.states).sort(([, a], [, b]) => byName(a.name, b.name));
    this.menu.append(option("", flank), group(ready, Object.entries(lines).map((each) => option(...each))), group(own, states.map(([iso, { name }]) => option(iso, name))));
    this.menu.value = this.place.lens ?? "";
  }

  /* ---- any border line ----------------------------------------------------------------------------- */

  async lineOf(name) {
    await wholeFile;
    if (this.line?.name !== name) this.line = lineOf(await this.sheets.later.get("lenses"), name);
    return this.line;
  }

  through(lens) {
    this.place = { ...this.place, lens, view: "flank", bounds: null };
    /** @type {HTMLInputElement} */ (one("input[name=view][value=flank]")).checked = true;
    this.atlas.framing.frame("flank");
    this.atlas.load(this.config.worldview).catch((error) => this.atlas.fail(error));
    this.two.load(this.config.worldview);
    this.showLine();
    this.sheets.show(this.place);
    this.rest();
  }

  /* What stands around the map that is of one line or another. */
  async showLine() {
    const { lens } = this.place;
    const line = lens ? await this.lineOf(lens) : null;
    if (lens !== this.place.lens) return; // another was chosen meanwhile
    const { figure, view, course: words } = this.config.lines;
    const [title, choice, course] = [".flank-figure dt", "[name=view][value=flank] + span", ".course"].map(one);
    this.flank ??= { title: [...title.childNodes], view: choice.textContent, words: course.getAttribute("aria-label"), covered: course.dataset.covered };
    const { flank } = this;
    title.replaceChildren(...(line ? [figure] : flank.title));
    choice.textContent = line ? view : flank.view;
    course.setAttribute("aria-label", line ? words : flank.words);
    course.dataset.covered = line ? `${courseOf(line.moments)}H99999V100H0Z` : flank.covered;
    course.querySelector(".covered")?.setAttribute("d", course.dataset.covered);
    this.chart = null;
    this.showChart();
    this.tellTwo();
  }

  /* ---- two days ------------------------------------------------------------------------------------ */

  go(change, underThumb = false) {
    super.go(change, underThumb);
    this.showTwo();
    this.chart?.go(this.place.date);
  }

  setRange(first) {
    super.setRange(first);
    this.showOther();
  }

  showOther() {
    const { compare } = this.place;
    if (!compare) return;
    this.other.show(compare, { ...this.range, first: compare < this.range.first ? this.whole.first : this.range.first });
  }

  showTwo() {
    const { compare = "" } = this.place;
    for (const each of ["#one-day", ".other-day", ".compared", "#changes"]) one(each).hidden = !compare;
    this.otherField.show(compare);
    this.showOther();
    this.two?.go(compare, this.config.worldview);
    this.tellTwo();
  }

  async tellTwo() {
    if (!this.place.compare) return;
    if (!this.comparison) {
      await wholeFile;
      this.comparison = await this.sheets.later.get("comparison");
    }
    const { lens, date, compare } = this.place;
    if (!compare || (lens && this.line?.name !== lens)) return; // told when it is there
    const told = compared(this.comparison, this.timeline, lens ? this.line : null, date, compare);
    one(".compared").textContent = told.sentence;
    showChanges(one("#changes"), told);
  }

  /* ---- the chart ----------------------------------------------------------------------------------- */

  async showChart() {
    const { open } = /** @type {HTMLDetailsElement} */ (one("#over-time"));
    if (!open || this.chart) return;
    const { lens } = this.place;
    const flank = await this.sheets.later.get("chart");
    const line = lens ? await this.lineOf(lens) : null;
    if (lens !== this.place.lens) return;
    const { last } = this.whole;
    const drawn = line ? chartOf(flank, line) : flank;
    this.chart = new CourseChart(one("#chart"), { ...drawn, last, steps: drawn.steps.filter(({ from }) => from <= last) });
    this.chart.go(this.place.date);
  }

  /** @param {string | undefined} format */
  saveChart(format) {
    if (!format || !this.chart) return;
    const { chart, box } = this.chart;
    const { name, mark } = chart.files;
    const file = `${[name, this.place.lens, chart.last, mark && "what-if"].filter(Boolean).join("-").toLowerCase()}.${format}`;
    if (format === "csv") save(file, "text/csv", tableOf(chart));
    else save(file, "image/svg+xml", drawingOf(box.querySelector(".course-chart"), chart));
  }
}

new FilePage().start();
