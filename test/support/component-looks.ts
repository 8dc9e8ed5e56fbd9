// The sizes, type and colours that DESIGN's Anatomy gives the base components, as they stand on the components sheet.
import type { Look, LookValue } from './measure-looks.ts';

/** All of one component's facts; the selector is looked up inside the cell of the sheet that the caption names. */
function looksOf(
  what: string,
  cell: string,
  selector: string,
  facts: Readonly<Record<string, LookValue>>,
): readonly Look[] {
  return Object.entries(facts).map(([key, expected]) => {
    const [property = '', pseudo] = key.split('::');
    return {
      what: `${what}, ${key}`,
      selector: `[data-cell="${cell}"] ${selector}`,
      property,
      expected,
      ...(pseudo !== undefined && { pseudo: `::${pseudo}` as '::before' | '::after' }),
    };
  });
}

const accentSolid = { light: '#5151cd', dark: '#5a5ed8' };
const surface2 = { light: '#ffffff', dark: '#1d1f24' };
const borderControl = { light: '#c3c6ce', dark: '#3a3e47' };
const text1 = { light: '#1a1c21', dark: '#e7e8ec' };
const text2 = { light: '#555a66', dark: '#a6aab5' };

const buttons = [
  ...looksOf('primary button', 'buttons', 'button:nth-child(1)', {
    'box-height': 28,
    'border-top-left-radius': 6,
    'font-size': 12,
    'line-height': 16,
    'font-weight': '500',
    'background-color': accentSolid,
  }),
  ...looksOf('outlined button', 'buttons', 'button:nth-child(2)', {
    'box-height': 28,
    'font-weight': '400',
    'background-color': surface2,
    'border-top-color': borderControl,
  }),
  ...looksOf('disabled button', 'buttons', 'button:nth-child(3)', { opacity: '0.5' }),
  ...looksOf('small button', 'buttons', 'button:last-child', { 'box-height': 24 }),
  ...looksOf('icon button', 'icon buttons', 'button:nth-child(1)', {
    'box-height': 24,
    'box-width': 24,
    'border-top-left-radius': 4,
  }),
  ...looksOf('icon of 14', 'icon buttons', 'svg', { 'box-width': 14, 'stroke-width': 2 }),
  ...looksOf('choice', 'choice', '[role=radio]', { 'box-height': 24, 'font-size': 12 }),
  ...looksOf('switch', 'switch, check', '[role=switch]', { 'box-width': 26, 'box-height': 16 }),
  ...looksOf('check', 'switch, check', '[role=checkbox]', { 'box-width': 14, 'box-height': 14 }),
];

const fields = [
  ...looksOf('field', 'label, hint', 'div:has(> input)', {
    'box-height': 28,
    'border-top-left-radius': 6,
    'padding-left': 8,
    'font-size': 12,
    'border-top-color': borderControl,
    'background-color': { light: '#ffffff', dark: '#141519' },
  }),
  ...looksOf('label', 'label, hint', 'label', { 'font-size': 12, 'line-height': 16, color: text2 }),
  ...looksOf('gap under a label', 'label, hint', 'div:has(> label)', { 'margin-bottom': 6 }),
  ...looksOf('hint', 'label, hint', '[id$="-note"]', {
    'font-size': 11,
    'line-height': 16,
    'margin-top': 4,
    color: { light: '#60656f', dark: '#8d929e' },
  }),
  ...looksOf('wrong field', 'template, unknown name', '[data-invalid]', {
    'border-top-color': { light: '#6a3bb8', dark: '#bea4f7' },
  }),
  ...looksOf('expression', 'template', 'pre span:nth-child(2)', {
    color: { light: '#0c6663', dark: '#68d3c8' },
    'background-color': { light: '#dff2f0', dark: '#17322f' },
    'border-top-left-radius': 3,
    'padding-left': 0,
    'margin-left': 0,
  }),
  ...looksOf('unit', 'numbers with units', 'input + span', { 'font-size': 11 }),
  ...looksOf('secret field', 'secret, set', '[role=group]', {
    'box-height': 28,
    'background-color': surface2,
  }),
  ...looksOf('secret is set', 'secret, set', 'svg', {
    'box-width': 14,
    stroke: { light: '#14703d', dark: '#5bcb90' },
  }),
  ...looksOf('filter', 'filter', 'div:has(> input)', { 'box-height': 28 }),
  ...looksOf('method field', 'joined selects', 'button:first-child', {
    'box-height': 28,
    'border-top-right-radius': 0,
  }),
];

const statuses = [
  ...looksOf('chip', 'on cards and rows', 'span', {
    'box-height': 18,
    'border-top-left-radius': 4,
    'padding-left': 6,
    'font-size': 11,
    'font-weight': '500',
    'font-variant-numeric': 'tabular-nums',
    color: { light: '#14703d', dark: '#5bcb90' },
    'background-color': { light: '#e2f4e9', dark: '#173026' },
  }),
  ...looksOf('chip in the head of a response', 'head of a response', 'span', { 'box-height': 22 }),
  ...looksOf('icon in a chip', 'status classes', 'svg', { 'box-width': 11 }),
  ...looksOf('method', 'methods', 'span', {
    'font-size': 11,
    'font-weight': '600',
    color: { light: '#1a5fbf', dark: '#76b4ff' },
  }),
  ...looksOf('ring', 'run states', 'svg', { 'box-width': 16, 'stroke-width': 2 }),
  ...looksOf('ring in a list', 'on cards and rows', 'svg', { 'box-width': 14 }),
];

const rows = [
  ...looksOf('key-value row', 'key-value rows', '[data-row="1"]', { 'box-height': 28, 'font-size': 12 }),
  ...looksOf('key-value table', 'key-value rows', '[role=table]', { 'border-top-left-radius': 6 }),
  ...looksOf('list row', 'side bar', '[data-row-id]', { 'box-height': 28, 'border-top-left-radius': 6 }),
  ...looksOf('name in a list', 'side bar', '[data-row-id] button', { 'font-size': 13, 'line-height': 20 }),
  ...looksOf('icon in a list', 'side bar', '[data-row-id] svg', {
    'box-width': 16,
    'stroke-width': '1.75px',
  }),
  ...looksOf('list', 'side bar', 'ul', { 'padding-left': 6, 'row-gap': 1 }),
  ...looksOf('outline row', 'side bar', '[role=treeitem]', { 'box-height': 24, 'font-size': 12 }),
];

const frame = [
  ...looksOf('button of the tool bar', 'tool bar', 'button', { 'box-height': 28, 'font-size': 12 }),
  ...looksOf('search', 'tool bar', 'button:last-child', { 'box-width': 200, 'box-height': 28 }),
  ...looksOf('place of the rail', 'rail', 'button', { 'box-width': 32, 'box-height': 32 }),
  ...looksOf('icon of the rail', 'rail', 'svg', { 'box-width': 18, 'stroke-width': 1.6 }),
  ...looksOf('bar of the active place', 'rail', 'button', { 'width::before': 2, 'left::before': -6 }),
  ...looksOf('editor tabs', 'editor tabs', '[role=tablist]', { 'box-height': 36 }),
  ...looksOf('editor tab', 'editor tabs', '[role=tab]', { 'font-size': 12, 'padding-left': 12 }),
  ...looksOf('cross of a tab', 'editor tabs', '[role=tab] + span', { 'box-width': 18, 'box-height': 18 }),
  ...looksOf('dot of a tab', 'editor tabs', '[data-tab-id=staging] [role=tab] + span', { 'width::after': 7 }),
  ...looksOf('panel head', 'panel head', 'div:has(> [role=tablist])', { 'box-height': 36 }),
  ...looksOf('active tab of a panel', 'panel head', '[role=tab]', {
    'font-size': 12,
    'font-weight': '500',
    'padding-left': 8,
    color: text1,
    'height::after': 2,
    'left::after': 8,
  }),
  ...looksOf('inspector head', 'inspector head', 'div:has(> h3)', { 'box-height': 36, 'padding-left': 12 }),
  ...looksOf('splitter', 'splitter', '[role=separator]', { 'box-width': 1, 'width::before': 6 }),
  ...looksOf('fact of the status bar', 'status bar', 'button', { 'box-height': 20, 'font-size': 11 }),
];

const messages = [
  ...looksOf('dialog', 'dialog: only where undo is impossible', 'div:has(> strong)', {
    'box-width': 380,
    'padding-top': 16,
    'border-top-left-radius': 12,
    'background-color': surface2,
  }),
  ...looksOf('title of a dialog', 'dialog: only where undo is impossible', 'strong', {
    'font-size': 15,
    'line-height': 20,
  }),
  ...looksOf('toast', 'toast: done, with undo', 'div:has(> svg)', {
    'box-width': 280,
    'border-top-left-radius': 8,
  }),
  ...looksOf('menu', 'menu', 'div:has(> div > div > kbd), div:has(> div > [data-highlighted])', {
    'padding-top': 4,
    'border-top-left-radius': 8,
  }),
  ...looksOf('menu row', 'menu', '[data-highlighted]', {
    'box-height': 28,
    'border-top-left-radius': 4,
    'background-color': { light: '#e6e6f8', dark: '#26283f' },
  }),
  ...looksOf('icon of an empty list', 'empty list', 'svg', { 'box-width': 24 }),
  ...looksOf('title of an empty list', 'empty list', 'strong', { 'font-size': 13, 'font-weight': '500' }),
  ...looksOf('key cap', 'tooltip', 'kbd', { 'font-size': 11 }),
];

/** Some hundred facts of DESIGN (Type and icons, Anatomy, States) about the base components. */
export const componentLooks: readonly Look[] = [
  ...buttons,
  ...fields,
  ...statuses,
  ...rows,
  ...frame,
  ...messages,
];
