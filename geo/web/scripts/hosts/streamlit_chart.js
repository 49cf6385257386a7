/* The chart of the tab of coverage on the Streamlit page: its line goes with the thumb, and nothing is sent for a new day. */

import { CourseChart } from "../course_chart.js";
import { follow } from "./streamlit.js";

/** @import { Link } from "./streamlit_panel.js" */

export class LiveChart {
  /**
   * The data of its link hold the chart.
   * @param {HTMLElement} box
   * @param {Link} link
   */
  constructor(box, link) {
    const chart = new CourseChart(box, link.data.chart);
    this.unfollow = follow(document, ({ day }) => { if (day) chart.go(day); });
  }

  close() { this.unfollow(); }
}
