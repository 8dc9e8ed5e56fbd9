// Runs axe over a page or a part of it. What it may find anyway stands here, reviewed, with a reason each.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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
];

/** What passed is of no interest, nor where it stands: writing that down takes axe longer than looking. */
const violationsAlone = { resultTypes: ['violations' as const], selectors: false, preload: false };

/** What axe finds wrong, as `[rule, elements]`; empty where nothing is. `within` narrows it to one part of the page. */
export async function axeFindings(
  page: Page,
  within?: string,
): Promise<readonly [string, readonly string[]][]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(violationsAlone);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
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
