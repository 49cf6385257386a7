/* The days to which a reader steps, and what happens on each: a step names itself before it is taken. */

import { inShort, speakAs } from "./speech.js";
import { next, previous } from "./time.js";

/** @import { StepsDocument } from "./documents.d.ts" */

/**
 * The days before and after one.
 * @param {string[]} days
 * @param {string} day
 */
export const around = (days, day) => ({ previous: previous(days, day), next: next(days, day) });

export class Steps {
  /** @param {StepsDocument} document */
  constructor(document) {
    const { steps } = document;
    speakAs(document);
    this.words = new Map(steps.map(({ day, words }) => [day, words]));
    this.all = steps.map(({ day }) => day);
    this.law = steps.filter(({ law }) => law).map(({ day }) => day);
  }

  /**
   * The days of a choice: "law", what changes the law, or every dated event.
   * @param {string} choice
   */
  days(choice) { return choice === "law" ? this.law : this.all; }

  /**
   * Says on the buttons what a step in either direction leads to, from a day; gives the two days.
   * @param {{ previous: HTMLElement | null, next: HTMLElement | null, play: HTMLElement | null }} buttons
   * @param {string[]} days of the choice, as far as they can be reached
   * @param {string} day
   */
  name(buttons, days, day) {
    const found = around(days, day);
    this.label(buttons.previous, found.previous);
    this.label(buttons.next, found.next);
    if (buttons.play) buttons.play.title = found.next ? this.said(found.next) : "";
    return found;
  }

  /** @param {string} day */
  said(day) { return `${inShort(day)}: ${this.words.get(day) ?? ""}`; }

  /**
   * @param {HTMLElement | null} button
   * @param {string | undefined} day
   */
  label(button, day) {
    if (!button) return;
    // Without the letters of an icon that stands beside the words, which may come in another language.
    const words = button.querySelector("p");
    const step = words ? words.textContent.trim() : (button.dataset.step ||= button.getAttribute("aria-label") || button.textContent.trim());
    const title = day ? this.said(day) : step;
    if (button.title === title) return;
    button.setAttribute("aria-disabled", String(!day));
    button.title = title;
    button.setAttribute("aria-label", day ? `${step}: ${title}` : step);
  }
}
