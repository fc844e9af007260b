// The script interface of a page built by rentang: the object window.rentang in the page itself, and what the
// page and its host send each other. Dates are ISO 8601: 1953, 1953-07 or 1953-07-27.

export interface Rentang {
  /** Resolves when the program has drawn its first frame. It stays open where no program runs. */
  readonly ready: Promise<void>;
  /** The visible stretch of time; null before the program draws. */
  view(): View | null;
  /** Brings a stretch of time into view; an end that is a year or a month is meant to its end. Reports whether it was understood. */
  setView(from: string, to: string, options?: {animate?: boolean}): boolean;
  /** Opens an event's card, or closes it with null. Reports whether there is such an event. */
  select(id: string | null): boolean;
  /** Pins the figures of a year, or ends that with null. Reports whether there is such a year. */
  read(year: number | null): boolean;
  /** Plays through the events. */
  play(options?: PlayOptions): void;
  pause(): void;
  /** Resolves when all texts are in the language. An unknown language changes nothing. */
  setLang(code: string): Promise<void>;
  setTheme(name: Theme): void;
  /** A picture of the story as a file, the same that rentang still writes. Rejects for what cannot be made, or when the reader stops it. */
  still(options?: StillOptions): Promise<Blob>;
  /** Calls fn whenever type happens, and returns the function that ends it. */
  on<T extends keyof Events>(type: T, fn: (data: Events[T]) => void): () => void;
  /** Resolves when nothing is left to draw. */
  idle(): Promise<void>;
  stats(): Stats;
  /** What can be pointed at now, topmost first; empty where no program runs. */
  zones(): Zone[];
}

export interface View {
  start: string;
  /** The first day after the view. */
  end: string;
  /** The same in days since 1 January 1970. */
  days: [number, number];
}

export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

export interface PlayOptions {
  speed?: number;
  set?: 'first' | 'main' | 'all';
  /** The event to begin with. */
  from?: string;
}

export interface StillOptions {
  /** png where it is left out. */
  format?: 'png' | 'svg' | 'pdf';
  /** The size, og where it is left out; page is as large as the figure on the page. */
  preset?: 'page' | 'og' | 'square' | 'story' | 'column' | 'wide' | '4k' | 'a4' | 'a3';
  /** Device pixels in a CSS pixel, for PNG: more than 0, at most 16; 1 where it is left out. */
  scale?: number;
  /** whole where it is left out; event shows one with its card. */
  what?: 'view' | 'whole' | 'event';
  /** The id of the event; the open one where it is left out. */
  event?: string;
  /** The page's own where they are left out. */
  lang?: string;
  theme?: 'light' | 'dark' | 'contrast' | 'print';
}

export interface Events {
  ready: Record<string, never>;
  view: View & {whole: boolean};
  select: {id: string | null};
  read: Reading | {year: 0};
  play: {playing: boolean; id: string | null; index: number; count: number; year: number};
  still: {format: string; preset: string; scale: number; what: string; bytes: number};
  error: {message: string};
}

/** The figures of one year, as the bands show them. Coordinates are CSS pixels of the stage. */
export interface Reading {
  year: number;
  /** It stays when the pointer leaves. */
  pinned: boolean;
  ax: number;
  ay: number;
  left: number;
  top: number;
  width: number;
  height: number;
  rows: ReadingRow[];
}

export interface ReadingRow {
  side: 'above' | 'below';
  direction: string;
  kind: string;
  /** #rrggbb */
  color: string;
  pointed: boolean;
  /** Why the year has no figure; null where it has one, or where the story does not say. */
  gap: 'none_found' | 'unknown' | 'inside_other' | null;
  reason?: string;
  low?: number;
  central?: number;
  high?: number;
  basis?: 'documented' | 'derived' | 'interpolated' | 'placeholder';
  sources?: string[];
  note?: string;
  /** The figure's line in flows.csv, and its row flow-LINE in the document. */
  line?: number;
}

export interface Stats {
  renderer: 'webgl' | 'canvas2d' | 'static';
  frames: number;
  layoutMs: number;
  paintMs: number;
  wasmBytes: number;
  events: number;
}

export interface Zone {
  role: 'event' | 'pile';
  id: string;
  members: string[];
  label: string;
  ax: number;
  ay: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What the page tells the page around its frame, beside its height and PONG. */
export type MessageOut = {
  [T in 'ready' | 'view' | 'select' | 'play' | 'still']: {source: 'rentang'; id: string; type: T; data: Events[T]};
}['ready' | 'view' | 'select' | 'play' | 'still'];

/** What the page around the frame may ask for, beside PING. */
export interface MessageIn {
  rentang: {view?: [string, string]; select?: string | null; play?: boolean; lang?: string; theme?: Theme};
}

declare global {
  interface Window {
    rentang: Rentang;
  }
}
