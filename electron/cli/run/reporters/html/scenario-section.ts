import { formatDuration } from '#shared/run-events/format-duration.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { ConversationItem, RunView } from '#shared/run-events/run-view.ts';
import { transcriptLine } from '#shared/run-events/transcript.ts';
import type { ExpectationResult } from '#shared/scenario/expectation-result.ts';
import {
  tryLines,
  isFlaky,
  type ReportedOutcome,
  type ReportedResult,
  scenarioTitle,
  triesInWords,
} from '../reporter.ts';
import { markup, type Markup, nothing } from './html-text.ts';
import { callsMarkup } from './scenario-calls.ts';
import { eventId, timelineMarkup } from './scenario-timeline.ts';

const marks: Readonly<Record<ReportedOutcome, readonly [mark: string, look: string, word: string]>> = {
  passed: ['✓', 'good', 'passed'],
  failed: ['✗', 'bad', 'failed'],
  'not-run': ['!', 'bad', 'could not run'],
  skipped: ['–', 'quiet', 'skipped'],
};

/** A scenario: closed where it passed, open where it did not. */
export function scenarioSection(result: ReportedResult, at: number): Markup {
  const { events, nodeName, outcome, results, scenario, tookMs, trouble } = result;
  const tries = triesInWords(result);
  const prefix = `s${String(at + 1)}`;
  const [mark, look, word] = marks[outcome];
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  const failedAt = new Set(results.flatMap(({ passed, seq }) => (passed || seq === null ? [] : [seq])));
  const place = scenario.file === null ? nothing : markup`<p class="mono">${scenario.file}</p>`;
  const inside = [
    place,
    trouble === null ? nothing : markup`<p class="bad">${trouble}</p>`,
    triesMarkup(result),
    expectationsMarkup(results, prefix),
    ...(view === undefined
      ? []
      : [
          markup`<h3>Conversation</h3><div class="chat">${view.conversation.map((item) => bubble(item, view, nodeName))}</div>`,
          callsMarkup(view.calls, nodeName),
          timelineMarkup(events, prefix, nodeName, failedAt),
        ]),
  ];
  const isOpen = outcome === 'failed' || outcome === 'not-run' ? ' open' : '';
  const open = isOpen === '' ? markup`<details id="${prefix}">` : markup`<details id="${prefix}" open>`;
  return markup`${open}<summary><span class="mark ${look}" aria-hidden="true">${mark}</span><span class="name">${scenarioTitle(scenario)}</span><span class="${isFlaky(result) ? 'warn' : look}">${tries ?? word}</span><span class="took">${formatDuration(tookMs)}</span></summary><div class="inside">${inside}</div></details>`;
}

/** What failed in the tries before. */
function triesMarkup({ failedTries, nodeName }: ReportedResult): Markup {
  if (failedTries.length === 0) return nothing;
  const tries = failedTries.map(
    (each, at) =>
      markup`<p>Try ${at + 1}, ${formatDuration(each.tookMs)}</p><pre>${tryLines(each, nodeName).join('\n')}</pre>`,
  );
  return markup`<h3>Tries that failed</h3>${tries}`;
}

function expectationsMarkup(results: readonly ExpectationResult[], prefix: string): Markup {
  if (results.length === 0) return nothing;
  return markup`<h3>Expectations</h3>${results.map((result) => expectationMarkup(result, prefix))}`;
}

function expectationMarkup(
  { actual, expected, passed, seq, title }: ExpectationResult,
  prefix: string,
): Markup {
  const link = seq === null ? nothing : markup` <a href="#${eventId(prefix, seq)}">event ${seq}</a>`;
  const line = markup`<div class="expectation"><span class="mark ${passed ? 'good' : 'bad'}">${passed ? '✓' : '✗'}</span><span>${title}${link}</span></div>`;
  if (passed) return line;
  return markup`${line}<div class="sides"><div><h3>Expected</h3><pre>${expected}</pre></div><div><h3>Actual</h3><pre>${actual}</pre></div></div>`;
}

/** Who speaks stands on their side; what happened in between stands between them. */
function bubble(item: ConversationItem, view: RunView, nodeName: (nodeId: string) => string): Markup {
  const { text, who } = transcriptLine(item, view, nodeName);
  if (who === 'You') return markup`<div class="person">${text}</div>`;
  if (who === 'Bot') return markup`<div class="bot">${text}</div>`;
  return item.type === 'warned'
    ? markup`<div class="between warn">${text}</div>`
    : markup`<div class="between">${text}</div>`;
}
