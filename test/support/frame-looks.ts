// What DESIGN's Frame table and Anatomy say of the window around a flow that has run: sizes, type, insets and colours.
import type { Page } from '@playwright/test';
import type { Look, LookValue } from './measure-looks.ts';

const surface0 = { light: '#f1f2f4', dark: '#121316', contrast: '#000000' };
const surface1 = { light: '#f8f8fa', dark: '#17181c', contrast: '#000000' };
const surface2 = { light: '#ffffff', dark: '#1d1f24', contrast: '#0a0a0a' };
const border1 = { light: '#e3e4e8', dark: '#26282e', contrast: '#8a8a8a' };
const text1 = { light: '#1a1c21', dark: '#e7e8ec', contrast: '#ffffff' };
const accent = { light: '#4c4cc8', dark: '#9ea2ff', contrast: '#b9bcff' };

/** All of one part's facts. */
function looksOf(
  what: string,
  selector: string,
  facts: Readonly<Record<string, LookValue>>,
): readonly Look[] {
  return Object.entries(facts).map(([property, expected]) => ({
    what: `${what}, ${property}`,
    selector,
    property,
    expected,
  }));
}

const sideBar = 'aside[aria-label="Side bar"]';
const inspector = 'aside[aria-label="Inspector"]';
const panel = 'section[aria-label="Panel"]';
/** The card of "Get order", whose exits have rows, and that of a Message, whose exit has none. */
const callCard = '[data-node-id="nd_3c5r24pff522"]';
const pill = '[data-node-id="nd_7kdzitfyrew2"]';

const frame = [
  ...looksOf('tool bar', 'header', {
    'box-height': 40,
    'background-color': surface0,
    'border-bottom-color': border1,
  }),
  ...looksOf('run', 'header [aria-label="Stop"]', { 'box-height': 28 }),
  ...looksOf('rail', 'nav', { 'box-width': 44 }),
  ...looksOf('status bar', 'footer', { 'box-height': 24 }),
  ...looksOf('fact of the status bar', 'footer button', { 'font-size': 11 }),
  ...looksOf('editor tabs', 'section[aria-label="Editor"] [role=tablist]', { 'box-height': 36 }),
  ...looksOf('panel head', `${panel} div:has(> [role=tablist])`, { 'box-height': 36 }),
  ...looksOf('inspector', inspector, { 'background-color': surface2 }),
  ...looksOf('editor', 'section[aria-label="Editor"]', { 'background-color': surface1 }),
  ...looksOf('page', 'body', {
    'font-size': 13,
    'line-height': 20,
    color: text1,
    'font-family': '"Inter Variable", Inter, system-ui, sans-serif',
  }),
];

const lists = [
  ...looksOf('list row', `${sideBar} [data-row-id]`, { 'box-height': 28, 'border-top-left-radius': 6 }),
  ...looksOf('outline row', `${sideBar} [role=treeitem]:not([data-row-id])`, { 'box-height': 24 }),
  ...looksOf('timeline row', `${panel} [role=row][data-index="1"]`, { 'box-height': 22, 'font-size': 12 }),
  ...looksOf('chip', `${panel} [role=row][data-index="3"] [role=gridcell]:nth-child(2) > span`, {
    'box-height': 18,
    'font-size': 11,
    'border-top-left-radius': 4,
  }),
  ...looksOf('field', `${inspector} [role=combobox]`, { 'box-height': 28, 'font-size': 12 }),
  ...looksOf('bubble', '[role=log] [data-index="0"] > div', {
    'max-width': '80%',
    'line-height': 18,
    'padding-left': 10,
    'border-top-left-radius': 10,
    'border-bottom-left-radius': 3,
  }),
];

/** The canvas is zoomed: what a card is at 100 % is its computed style, not its box. */
const canvas = [
  ...looksOf('API Call', callCard, { 'border-top-left-radius': 8, 'background-color': surface2 }),
  ...looksOf('its head', `${callCard} div:has(> span[title])`, { height: 33, 'padding-left': 10 }),
  ...looksOf('its row of an exit', `${callCard} div > div:has(> [title="error: drag to connect"])`, {
    height: 22,
    'padding-right': 12,
  }),
  ...looksOf('its port', `${callCard} [title="error: drag to connect"]`, { width: 9, height: 9 }),
  ...looksOf('Start', pill, { height: 34 }),
];

/** The parts of the window around the example after a run, at any size. */
export const frameLooks: readonly Look[] = [...frame, ...lists, ...canvas];

/** The parts that are as wide or high as the window lets them. */
export function sizeLooks(px: {
  readonly sideBar: number | null;
  readonly inspector: number;
  readonly panel: number;
}): readonly Look[] {
  return [
    ...(px.sideBar === null ? [] : looksOf('side bar', sideBar, { 'box-width': px.sideBar })),
    ...looksOf('inspector', inspector, { 'box-width': px.inspector }),
    ...looksOf('panel', panel, { 'box-height': px.panel }),
  ];
}

const box = '[role=dialog]';

/** The command palette after something was typed. */
export const paletteLooks: readonly Look[] = [
  ...looksOf('palette', box, { 'box-width': 640, top: 88, 'border-top-left-radius': 12 }),
  ...looksOf('its input', `${box} div:has(> input)`, { 'box-height': 48 }),
  ...looksOf('its text', `${box} input`, { 'font-size': 15, 'line-height': 20 }),
  ...looksOf('its row', `${box} [role=option]`, { 'box-height': 34, 'font-size': 13 }),
  ...looksOf('its match', `${box} mark`, { color: accent, 'font-weight': '500' }),
  ...looksOf('its foot', `${box} > div:last-child`, { 'box-height': 34 }),
];

/** The tree of a response's body. */
export const bodyLooks: readonly Look[] = looksOf(
  'JSON row',
  `${panel} [aria-label="Body"] div:has(> button + span)`,
  {
    'box-height': 22,
    'font-size': 12,
  },
);

/** Where a head ends, in pixels from the top; every head that is on screen gives the same number. */
export function bottomsOf(page: Page, selectors: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(
    (all) => all.map((selector) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? NaN),
    selectors,
  );
}
