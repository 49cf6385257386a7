/* A field that shows a day and takes another: one typed into it counts when it is left or with Enter, for until then it
 * is half a date; one picked from its calendar counts at once. Escape brings back the day that is shown.
 */

const TYPES = /^(\d|Backspace|Delete|ArrowUp|ArrowDown)$/;

export class DateField {
  /**
   * @param {HTMLInputElement} input of type date
   * @param {(day: string) => void} take is given a whole day, an ISO string, other than the one shown
   */
  constructor(input, take) {
    this.input = input;
    this.take = take;
    this.day = "";
    this.typing = false;
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("change", () => { if (!this.typing) this.leave(); });
    input.addEventListener("blur", () => this.leave());
  }

  /**
   * The days that its calendar offers. Told anew, they would break off what is being typed.
   * @param {import("./time.js").Range} range
   */
  within({ first, last }) {
    if (this.input.min !== first) this.input.min = first;
    if (this.input.max !== last) this.input.max = last;
  }

  /** @param {string} day */
  show(day) {
    this.day = day;
    if (!this.typing && this.input.value !== day) this.input.value = day;
  }

  /** @param {KeyboardEvent} event */
  key({ key, altKey }) {
    if (key === "Enter") this.leave();
    else if (key === "Escape") this.forget();
    else if (TYPES.test(key) && !altKey) this.typing = true; // Alt and an arrow open the calendar
  }

  leave() {
    const { value } = this.input;
    const other = value && value !== this.day;
    this.forget();
    if (other) this.take(value);
  }

  forget() {
    this.typing = false;
    this.input.value = this.day;
  }
}
