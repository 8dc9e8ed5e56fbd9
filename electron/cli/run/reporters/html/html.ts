import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { Covered, FlowCoverage } from '#shared/scenario/coverage.ts';
import { isFlaky, type Reporter, type ReporterPorts, type ReportedRun, totals } from '../reporter.ts';
import { markup, type Markup, nothing } from './html-text.ts';
import { reportStyle } from './report-style.ts';
import { scenarioSection } from './scenario-section.ts';

/** One page for people, with nothing outside of it: every scenario with its expectations, conversation, calls and events. */
export function htmlReporter({ write }: Pick<ReporterPorts, 'write'>): Reporter {
  return { showsWholeRuns: true, over: (run) => write(`${page(run)}\n`) };
}

/** The policy lets nothing be loaded or run, whatever a text in the page says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function page(run: ReportedRun): string {
  const { failed, 'not-run': notRun, passed, skipped } = totals(run.results);
  const flaky = run.results.filter(isFlaky).length;
  const counts = [
    `${String(passed)} passed`,
    ...(flaky > 0 ? [`${String(flaky)} of them flaky`] : []),
    ...(failed > 0 ? [`${String(failed)} failed`] : []),
    ...(notRun > 0 ? [`${String(notRun)} could not run`] : []),
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
  ].join(', ');
  const flows = [...new Set(run.results.map(({ scenario }) => scenario.flow))];
  const body = markup`<header><h1>${headline(run)}</h1><p>${counts} in ${formatDuration(run.tookMs)}</p>${troublesMarkup(run.troubles)}</header><main>${flows.map((flow) => flowMarkup(flow, run))}${coverageMarkup(run.coverage)}</main><footer>Made by Flowbench. It holds no secrets that were known to the run.</footer>`;
  const head = markup`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${counts} · Flowbench</title>`;
  return `<!doctype html>\n<html lang="en"><head>${head.text}<style>${reportStyle}</style></head><body>${body.text}</body></html>`;
}

/** What is missing is no scenario and has no line below, so it stands out at the top. */
function troublesMarkup(troubles: readonly string[]): Markup {
  if (troubles.length === 0) return nothing;
  const lines = troubles.map(
    (text) => markup`<p><span class="mark" aria-hidden="true">!</span><span>${text}</span></p>`,
  );
  return markup`<div class="missing">${lines}</div>`;
}

function headline({ results, troubles }: ReportedRun): string {
  const { failed, 'not-run': notRun } = totals(results);
  if (failed + notRun > 0) return 'Some scenarios did not pass';
  return troubles.length > 0 ? 'Some scenarios may be missing' : 'All scenarios passed';
}

function flowMarkup(flow: string, { results }: ReportedRun): Markup {
  // The number of a scenario is its place in the whole run, so that no two have one id.
  const sections = results.flatMap((result, at) =>
    result.scenario.flow === flow ? [scenarioSection(result, at)] : [],
  );
  return markup`<h2>${flow}</h2>${sections}`;
}

function coverageMarkup(coverage: readonly FlowCoverage[] | null): Markup {
  if (coverage === null) return nothing;
  const rows = coverage.map(coverageRow);
  return markup`<h2>Coverage</h2><div class="wide" tabindex="0" role="region" aria-label="Coverage"><table><thead><tr><th scope="col">Flow</th><th class="short" scope="col">Nodes</th><th class="short" scope="col">Exits</th><th class="short" scope="col">Statuses of calls</th><th scope="col">Never come to</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function coverageRow({ exits, flow, nodes, statuses }: FlowCoverage): Markup {
  const missed = [...nodes.missed, ...exits.missed, ...statuses.missed].map(({ words }) => words).join(', ');
  return markup`<tr><td class="flow">${flow}</td>${[nodes, exits, statuses].map(shareMarkup)}<td>${missed}</td></tr>`;
}

/** A flow without calls has no statuses to come to. */
function shareMarkup({ covered, of }: Covered): Markup {
  return markup`<td class="short">${of === 0 ? 'none' : `${String(covered)} of ${String(of)}`}</td>`;
}
