// The documents that scripts draw from, as Python makes them.
// `python -m tests.web.declarations` writes this file from the shapes in geo/web/documents.

export interface Timeline {
  verified_to: string;
  held: HeldWords;
  states: Record<string, StateTimeline>;
  moments: Moment[];
  speech?: Speech;
  called?: Called;
}

export interface HeldWords {
  against: string;
  fresh_days: number;
  words: string;
  age: Counted;
  old: Counted;
  within: Counted;
  beyond: Counted;
  missing: Counted;
}

export interface Counted {
  one: string;
  other: string;
  zero?: string;
  two?: string;
  few?: string;
  many?: string;
}

export interface StateTimeline {
  name: string;
  spans: Span[];
}

export interface Span {
  from: string;
  status: string;
  possible?: string[];
  practice: string;
  words: string;
  label?: string;
}

export interface Moment {
  from: string;
  headline?: string;
  bound: number | string;
  counts: number[];
  unknown?: number;
  flank_km: number;
  covered_km: number;
  covered_words?: string;
  remaining: string[];
}

export interface Speech {
  language: string;
  on: string[];
  alone: string[];
  short: string[];
  group: string;
}

export interface Called {
  areas: Record<string, string>;
  notes: Record<string, string>;
  parts: Record<string, string>;
  programmes: Record<string, string>;
}

export interface FlankFile {
  areas: Area[];
  borders: FlankBorder[];
  programmes: BorderProgramme[];
  labels: Label[];
}

export interface Area {
  type: string;
  geometry: any;
  properties: AreaProperties;
}

export interface AreaProperties {
  id: string;
  owner: string | null;
  name: string;
  standing: string;
  note: string;
}

export interface FlankBorder {
  type: string;
  geometry: any;
  properties: FlankBorderProperties;
}

export interface FlankBorderProperties {
  owner: string;
  neighbour: string;
  part: string;
  km: number;
}

export interface BorderProgramme {
  type: string;
  geometry: any;
  properties: ProgrammeProperties;
}

export interface ProgrammeProperties {
  name: string;
  owner: string;
  from: string;
  words: string;
}

export interface Label {
  id: string;
  lon: number;
  lat: number;
}

export interface WorldFile {
  areas: Area[];
}

export interface LensFile {
  title: string;
  scope: string;
  note: string;
  box: [[number, number], [number, number]];
  moments: LensMoment[];
  borders: LensBorder[];
  per_degree: number;
  legend: LensLegend[];
  states: Record<string, string>;
  meaning: string;
  words: LensWords;
  name: string;
}

export interface LensMoment {
  from: string;
  headline: string;
  flank_km: number;
  covered_km: number;
  covered_words: string;
  remaining: string[];
  sums: Record<string, [number, number, number, number]>;
  total: [number, number, number, number];
  one: [string, number][];
}

export interface LensBorder {
  type: string;
  geometry: any;
  properties: LensBorderProperties;
}

export interface LensBorderProperties {
  owner: string;
  neighbour: string;
  title: string;
  leading_km: number | null;
  computed_km: number;
  km: number;
  spans: LensSpan[];
}

export interface LensSpan {
  from: string;
  sides: string;
  words: string;
}

export interface LensLegend {
  sides: string;
  words: string;
}

export interface LensWords {
  sums: string;
  borders: string;
  border: string;
  bound: string;
  length_km: string;
  of_leading_km: string;
  computed_km: string;
  leading_km: string;
  total: string;
  one: string;
  one_side: string;
  in_sum: string;
  tip: string;
  outside: string;
}

export interface EveryLens {
  borders: LensBorder[];
  per_degree: number;
  legend: LensLegend[];
  states: Record<string, string>;
  meaning: string;
  words: LensWords;
  lenses: Record<string, LensInBrief>;
}

export interface LensInBrief {
  title: string;
  scope: string;
  note: string;
  box: [[number, number], [number, number]];
  moments: LensMoment[];
  borders: number[];
  changing: Record<string, LensSpan[]>;
  km_ticks: number[];
}

export interface MapConfig {
  legend: LegendEntry[];
  terms: Record<string, string>;
  words: MapWords;
  files: Record<"un" | "de_facto", Record<string, string>>;
  views: string[];
  extents: Record<string, [[number, number], [number, number]]>;
  limits: [[number, number], [number, number]];
  boxes: BoxRules;
}

export interface LegendEntry {
  status: string;
  words: string;
  term: string;
}

export interface MapWords {
  legend: string;
  practice: string;
  covered: string;
  not_covered: string;
  cover_unknown: string;
  unknown_mark: string;
  flank: string;
  programmes: string;
  programme: string;
  not_in_list: string;
  remains_bound: string;
  border_km: string;
  two_fingers: string;
  wheel: string;
  keys: string;
  full_screen: string;
  zoom_in: string;
  zoom_out: string;
  disclaimer: string;
  borders_from: string;
  frame: string;
  region: string;
  other_day: string;
  split: string;
  unreachable: string;
  asked_again: string;
}

export interface BoxRules {
  pattern: string;
  least: number;
  furthest: number;
  decimals: number;
}

export interface SpokenMap {
  legend: LegendEntry[];
  terms: Record<string, string>;
  words: MapWords;
}

export interface StandaloneConfig {
  legend: LegendEntry[];
  terms: Record<string, string>;
  words: MapWords;
  files: Record<"un" | "de_facto", Record<string, string>>;
  views: string[];
  extents: Record<string, [[number, number], [number, number]]>;
  limits: [[number, number], [number, number]];
  boxes: BoxRules;
  worldview: "un" | "de_facto";
  lens: string;
  per_degree: number;
  closest_zoom: number;
  landing_day: string;
  what_if: string;
  until: string;
  ranges: string[];
  event_days: string[];
  law_days: string[];
  marked_days: string[];
  address: AddressWords;
  unreachable: string;
  asked_again: string;
  tracking: Tracking;
  lines: LensMenu | null;
}

export interface AddressWords {
  not_a_day: string;
  outside: string;
  not_known: string;
  no_state: string;
  not_a_box: string;
  not_supposed: string;
  supposed_elsewhere: string;
  lens_elsewhere: string;
  twice: string;
  no_such_name: string;
  instead: string;
  no_country: string;
  more: Counted;
}

export interface Tracking {
  prefixes: string[];
  names: string[];
}

export interface LensMenu {
  ready: string;
  own: string;
  flank: string;
  figure: string;
  course: string;
  view: string;
  lines: Record<string, string>;
}

export interface DossiersDocument {
  recent: number;
  inline_sources: number;
  listed: Listed[];
  statuses: string[];
  states: Record<string, StateDossier>;
  events: DossierEvent[];
  facts: DossierFact[];
  topics: Topic[];
  claims: DossierClaim[];
  borders: DossierBorder[];
  words: DossiersWords;
  meanings: string[];
  leading_words: string;
  computed_words: string;
  stages: Record<string, string>;
  lines: string[];
  sources: DossierSource[];
  reads: string[];
  tiers: Record<string, string>;
  in_english?: string;
}

export interface Listed {
  id: string;
  flank: boolean;
  flank_km: number;
}

export interface StateDossier {
  sentences: Saying[];
  legal_bases: LegalBasis[];
  changes: Saying[];
  declared: Saying[];
}

export interface Saying {
  from: string;
  says: string;
}

export interface LegalBasis {
  from: string;
  says: string;
  sources: number[];
}

export interface DossierEvent {
  from: string;
  to: string;
  when: string;
  states: string[];
  legal: boolean;
  title: string;
  detail?: string;
  sources: number[];
}

export interface DossierFact {
  state: string;
  from: string;
  when: string;
  programme: string;
  stage: string;
  says: string;
  ours?: string;
  weak?: string;
  sources: number[];
}

export interface Topic {
  known: Record<string, string>;
  led: boolean;
  question: string;
  reason: string;
  versions: DossierVersion[];
}

export interface DossierVersion {
  says: string;
  leads: boolean;
  sources: number[];
}

export interface DossierClaim {
  states: string[];
  id: string;
  verdict: string;
  says: string;
  article: string;
  when: string;
  sources: number[];
}

export interface DossierBorder {
  states: string[];
  part?: string;
  flank: boolean;
  leading?: number;
  low?: number;
  high?: number;
  computed: number;
  meaning: number;
  sources: number[];
}

export interface DossiersWords {
  dossier: DossierWords;
  flank: FlankWords;
  states: StatesWords;
  terms: Record<string, TermWords>;
  term_of: Record<string, string>;
}

export interface DossierWords {
  title: string;
  quote: string;
  copied: CopiedWords;
  read_on: string;
  close: string;
  more_sources: string;
  last_change: string;
  no_last_change: string;
  next_change: string;
  no_next_change: string;
  declared: string;
  declared_next: string;
  borders: string;
  neighbour: string;
  leading_km: string;
  leading_counts: string;
  range: string;
  computed: string;
  neighbour_status: string;
  other_borders: Counted;
  bound: string;
  not_bound: string;
  bound_unknown: string;
  declares_suspension: string;
  not_in_list: string;
  programmes: string;
  programmes_note: string;
  more_facts: Counted;
  positions: string;
  later_facts: Counted;
  events: string;
  no_events: string;
  after_this_day: string;
  day_unknown: string;
  more_after: string;
  disagreements: string;
  leads: string;
  why_leads: string;
  none_leads: string;
  claims: string;
  read_claims: string;
  decided_by_code: string;
  decided_by_record: string;
  verdicts: Record<string, string>;
  verdict_marks: Record<string, string>;
  paper: string;
  sources: string;
  fixed_copy: string;
  more: string;
  earlier: string;
}

export interface CopiedWords {
  button: string;
  text: string;
  told: string;
}

export interface FlankWords {
  overview: string;
  state: string;
  status: string;
  border_km: string;
  choose: string;
  borders: string;
  border: string;
  flank_state: string;
  leading_km: string;
  range: string;
  computed_km: string;
  covered: string;
  not_covered: string;
  cover_unknown: string;
  total: string;
  total_covered: string;
  rounding: string;
  covered_means: string;
}

export interface StatesWords {
  title: string;
  fold: string;
  find: string;
  state: string;
  status: string;
  change: string;
  shown: string;
}

export interface TermWords {
  asked: string;
  meaning: string;
}

export interface DossierSource {
  publisher: string;
  title: string;
  when: string;
  url: string;
  tier: string;
  read: number;
  archived?: string;
}

export interface NamesDocument {
  rows: NamedRow[];
  words: SearchWords;
}

export interface NamedRow {
  name: string;
  state: string;
  says: string;
  area: string;
  codes: string[];
  names: string[];
  others: string[];
}

export interface SearchWords {
  no_status: string;
  part: string;
  see: string;
  several: string;
  unknown: string;
  near: string;
  found: Counted;
}

export interface StepsDocument {
  steps: StepRow[];
  marks: MarkRow[];
  speech?: Speech;
}

export interface StepRow {
  day: string;
  words: string;
  law: boolean;
}

export interface MarkRow {
  day: string;
  words: string;
}

export interface ChartDocument {
  title: string;
  first: string;
  last: string;
  verified_to: string;
  bands: ChartBand[];
  steps: ChartStep[];
  bound_ticks: number[];
  km_ticks: number[];
  words: ChartWords;
  speech?: Speech;
  files?: ChartFiles;
}

export interface ChartBand {
  kind: string;
  words: string;
}

export interface ChartStep {
  from: string;
  low: number;
  high: number;
  bound: string;
  km: number[];
}

export interface ChartWords {
  bound: string;
  km: string;
  read: string;
  beyond: string;
  band: string;
  no_line: string;
  day: string;
  keys: string;
}

export interface ChartFiles {
  name: string;
  credit: string;
  held: string;
  mark: string;
}

export interface ComparisonFile {
  openings: ComparisonOpening[];
  flank: [string, number][];
  words: ComparisonWords;
  table: ChangesWords;
  since: Record<string, StandsSince[]>;
  declared: Record<string, StandsSince[]>;
  borders: [string, string, number][];
}

export interface ComparisonOpening {
  from: string;
  words: string;
}

export interface ComparisonWords {
  numbers: string[];
  done: Record<string, Counted>;
  some: string;
  none: string;
  unknown: Counted;
  line_changed: string;
  line_same: string;
  flank: string;
  lost: string;
  gained: string;
  not_known: string;
  as_before: string;
  listed: string;
  whole: string;
}

export interface ChangesWords {
  heads: string[];
  changes: Record<"in" | "out" | "notified" | "consented" | "perhaps_consented" | "signed" | "declared" | "not_known" | "other", string>;
  counts: string;
}

export interface StandsSince {
  from: string;
  words: string;
}

export interface WidgetWords {
  said: Record<string, string>;
  help: string;
  choices: string;
}
