/* The parts of the Streamlit page that run in the browser, by the name the server calls them. */

import { LiveChart } from "./streamlit_chart.js";
import { DateBox, DayBox } from "./streamlit_date.js";
import { LanguageChooser } from "./streamlit_language.js";
import { Exports } from "./streamlit_export.js";
import { LiveOtherDay } from "./streamlit_other.js";
import { LivePanel } from "./streamlit_panel.js";
import { Player } from "./streamlit_player.js";
import { CountrySearch } from "./streamlit_search.js";
import { TabRow } from "./streamlit_tabs.js";

export const PARTS = {
  panel: LivePanel, borders: LivePanel, states: LivePanel, chart: LiveChart, player: Player, date: DateBox, day: DayBox, other: LiveOtherDay, search: CountrySearch,
  language: LanguageChooser, tabs: TabRow, exports: Exports,
};
