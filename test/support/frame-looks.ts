// The heights and widths that DESIGN's Frame table gives the window at 1280 × 800, and the line that all heads share.
import type { Page } from '@playwright/test';
import type { Look } from './measure-looks.ts';

/** The parts of the window's frame. */
export const frameLooks: readonly Look[] = [
  { what: 'tool bar', selector: 'header', property: 'box-height', expected: 40 },
  {
    what: 'tool bar, ground',
    selector: 'header',
    property: 'background-color',
    expected: { light: '#f1f2f4', dark: '#121316' },
  },
  {
    what: 'tool bar, line',
    selector: 'header',
    property: 'border-bottom-color',
    expected: { light: '#e3e4e8', dark: '#26282e' },
  },
  { what: 'rail', selector: 'nav', property: 'box-width', expected: 44 },
  { what: 'status bar', selector: 'footer', property: 'box-height', expected: 24 },
  { what: 'side bar', selector: 'aside[aria-label="Side bar"]', property: 'box-width', expected: 192 },
  { what: 'inspector', selector: 'aside[aria-label="Inspector"]', property: 'box-width', expected: 304 },
  {
    what: 'inspector, ground',
    selector: 'aside[aria-label="Inspector"]',
    property: 'background-color',
    expected: { light: '#ffffff', dark: '#1d1f24' },
  },
  { what: 'page, type', selector: 'body', property: 'font-size', expected: 13 },
  { what: 'page, line', selector: 'body', property: 'line-height', expected: 20 },
  {
    what: 'page, family',
    selector: 'body',
    property: 'font-family',
    expected: '"Inter Variable", Inter, system-ui, sans-serif',
  },
  {
    what: 'editor, ground',
    selector: 'section[aria-label="Editor"]',
    property: 'background-color',
    expected: { light: '#f8f8fa', dark: '#17181c' },
  },
];

/** Where a head ends, in pixels from the top; every head that is on screen gives the same number. */
export function bottomsOf(page: Page, selectors: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(
    (all) => all.map((selector) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? NaN),
    selectors,
  );
}
