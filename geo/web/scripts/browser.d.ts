// What scripts find in their window besides what browsers bring.

import type { MapConfig } from "./documents.d.ts";

declare global {
  /** Leaflet; scripts use its private parts, too, of which its own types know nothing. */
  const L: any;

  interface Window {
    /** Of a component's frame. */
    Streamlit: { setComponentValue(value: object): void };
    /** The map, for tests and measurements. */
    __atlas: any;
    /** What benchmarks/probe.js has seen. */
    __bench: any;
  }

  interface DocumentEventMap {
    /** The frame's own script has made the map. */
    "atlas-map": CustomEvent<{ map: any; config: MapConfig }>;
  }
}
