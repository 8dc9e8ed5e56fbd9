// Runs axe over a page or a part of it. What it may find anyway stands here, reviewed, with a reason each.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { inProject } from '../../scripts/steps/project.mjs';

/** A rule that is not applied to some elements. */
interface ReviewedException {
  readonly rule: string;
  /** Every element that is let off matches this. */
  readonly selector: string;
  readonly reason: string;
}

const reviewed: readonly ReviewedException[] = [
  {
    rule: 'aria-hidden-focus',
    selector: '[data-base-ui-focus-guard]',
    reason: 'A guard beside an open menu passes the focus on the moment it gets it; nobody can stay on it.',
  },
  {
    rule: 'label-content-name-mismatch',
    selector: '.monaco-list-row',
    reason: 'Monaco tells an entry of its list as one sentence; what is seen are its parts.',
  },
  {
    rule: 'label-content-name-mismatch',
    selector: 'button[data-roving-id^="rn_"]',
    reason:
      'A run of the history is told as one sentence that begins with its name; what is seen are its facts in columns.',
  },
];

/** What axe finds wrong, as `[rule, elements]`; empty where nothing is. `within` narrows it to one part of the page. */
export async function axeFindings(
  page: Page,
  within?: string,
): Promise<readonly [string, readonly string[]][]> {
  await atRest(page);
  const violations = await violationsIn(page, within ?? null);
  const findings: [string, readonly string[]][] = [];
  for (const { id, nodes } of violations) {
    const selectors = reviewed.filter(({ rule }) => rule === id).map(({ selector }) => selector);
    const letOff = await matching(
      page,
      nodes.map((node) => node.html),
      selectors,
    );
    const bad = nodes.filter((_, index) => letOff[index] !== true);
    if (bad.length > 0) findings.push([id, bad.map((node) => node.html)]);
  }
  return findings;
}

/** Waits until nothing fades in or out any more: half-way, a text has the contrast of half a text. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const endless = (animation: Animation): boolean =>
      animation.effect?.getComputedTiming().endTime === Infinity;
    return (
      document.querySelector('[data-starting-style], [data-ending-style]') === null &&
      document.getAnimations().every((animation) => animation.playState !== 'running' || endless(animation))
    );
  });
}

type Violation = Pick<Axe.Result, 'id'> & { readonly nodes: readonly Pick<Axe.NodeResult, 'html'>[] };

/** Runs axe in the page as it is. It is read into each document once: that takes a fifth of the time that looking does. */
async function violationsIn(page: Page, within: string | null): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    source ??= readFile(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
    await page.evaluate(await source);
  }
  return page.evaluate(async (part) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    // What passed is of no interest, nor where it stands: writing that down takes axe longer than looking.
    const options = {
      reporter: 'no-passes',
      selectors: false,
      preload: false,
    } as const;
    const { violations } = await axe.run(part ?? document, options);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  }, within);
}

let source: Promise<string> | undefined;

// Judged by what axe saw: a toast may be gone by now.
function matching(
  page: Page,
  htmls: readonly string[],
  selectors: readonly string[],
): Promise<readonly boolean[]> {
  return page.evaluate(
    ([found, excepted]) =>
      found.map((html) => {
        const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
        return element !== null && excepted.some((selector) => element.matches(selector));
      }),
    [htmls, selectors] as const,
  );
}
