// What a template costs beside the official Handlebars: read and rendered once, and rendered again and again.
import Handlebars from 'handlebars';
import { hostileScope, hostileTemplates } from '../support/hostile-templates.ts';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import type { ValueObject } from '#shared/value/value.ts';

const rounds = 11;
const firstsARound = 400;
const rendersARound = 20_000;

const variables: ValueObject = {
  name: 'Ann',
  order: {
    id: 42,
    total: 19.9,
    lines: [{ sku: 'A-1', quantity: 2 }],
    customer: { mail: 'ann@acme.example' },
  },
  note: 'Leave it at the door, please.',
};

const scope: TemplateScope = {
  variables,
  system: { now: '2026-01-02T03:04:05.000Z', uuid: () => 'u', monotonicMs: () => performance.now() },
};

/** Ten expressions of names and paths, as bodies have them, and ten with a block and helpers. */
const plain =
  '{"id":{{order.id}},"total":{{order.total}},"name":"{{name}}","sku":"{{order.lines.[0].sku}}","n":{{order.lines.[0].quantity}},' +
  '"mail":"{{order.customer.mail}}","note":"{{note}}","again":"{{name}}","key":"{{order.id}}","last":"{{note}}"}';
const rich =
  'Hi {{name}}, {{name}}: {{#each order.lines}}{{sku}} {{quantity}} {{@index}}{{/each}} {{#if note}}{{note}}{{else}}-{{/if}} ' +
  '{{order.id}} {{order.total}} {{order.customer.mail}}';

type Render = (source: string) => string;

/** In turns, so that a busy machine hits both alike. */
export function run(): Promise<readonly BenchRow[]> {
  return Promise.resolve([
    ...firsts('names and paths', plain, 0.1),
    // Blocks and helpers are read by the official parser in both.
    ...firsts('a block among them', rich),
    ...laters('names and paths', plain),
    ...laters('a block among them', rich),
    slowest(),
  ]);
}

/** How long the worst of the hostile templates keeps the thread, with a real clock: the budget and 50 ms at most. */
function slowest(): BenchRow {
  const system = { ...hostileScope.system, monotonicMs: () => performance.now() };
  const tookMs = hostileTemplates.map(([, source]) => {
    const startMs = performance.now();
    renderTemplate(source, 'text', { ...hostileScope, system });
    return performance.now() - startMs;
  });
  return {
    what: 'the slowest of the hostile templates',
    value: Math.max(...tookMs),
    target: 300,
    unit: 'ms',
  };
}

function firsts(what: string, source: string, target?: number): readonly BenchRow[] {
  let fresh = 0;
  // A source that was never seen, so that no cache knows it.
  const next = () => `${source}${(fresh += 1)}`;
  const official: Render = (each) => Handlebars.compile(each, { noEscape: true })(variables);
  return compared(`first render, ${what}`, next, official, firstsARound, target);
}

function laters(what: string, source: string): readonly BenchRow[] {
  const compiled = Handlebars.compile(source, { noEscape: true });
  return compared(
    `later render, ${what}`,
    () => source,
    () => compiled(variables),
    rendersARound,
    1,
  );
}

function compared(
  what: string,
  next: () => string,
  official: Render,
  count: number,
  target: number | undefined,
): readonly BenchRow[] {
  const oursUs: number[] = [];
  const officialUs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ours = timeOf(rendered, next, count);
    const theirs = timeOf(official, next, count);
    if (round === 0) continue;
    oursUs.push(ours);
    officialUs.push(theirs);
  }
  return [
    { what: `${what}: Handlebars`, value: median(officialUs), unit: 'µs' },
    { what: `${what}: ours`, value: median(oursUs), unit: 'µs' },
    {
      what: `${what}: ours ÷ Handlebars`,
      value: median(oursUs) / median(officialUs),
      ...(target === undefined ? {} : { target }),
      unit: '×',
    },
  ];
}

function rendered(source: string): string {
  const result = renderTemplate(source, 'text', scope);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.text;
}

function timeOf(render: Render, next: () => string, count: number): number {
  const startMs = performance.now();
  let units = 0;
  for (let made = 0; made < count; made += 1) units += render(next()).length;
  const tookMs = performance.now() - startMs;
  if (units === 0) throw new Error('nothing was rendered');
  return (tookMs / count) * 1000;
}
