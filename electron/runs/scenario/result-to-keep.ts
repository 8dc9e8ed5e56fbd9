import { cookieValuesIn } from '#shared/cookies/masked-set-cookie.ts';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { KnownSecrets } from '../known-secrets.ts';

/** A result whose texts went through `scrub`; what it names by ids stays. */
export function scrubbedResult(result: ScenarioResult, scrub: (text: string) => string): ScenarioResult {
  const { results, said, trouble } = result;
  return {
    ...result,
    trouble: trouble === null ? null : scrub(trouble),
    results: results.map((each) => ({
      ...each,
      title: scrub(each.title),
      expected: scrub(each.expected),
      actual: scrub(each.actual),
    })),
    said: said?.map((line) => ({ ...line, text: scrub(line.text) })) ?? null,
  };
}

/** A result as it may lie on a disk: the cookies that servers set are shown, and are nothing for a file. */
export function resultToKeep(result: ScenarioResult, events: readonly RunEvent[]): ScenarioResult {
  const cookies = new KnownSecrets();
  for (const event of events)
    if (event.type === 'response-head')
      for (const [name, line] of event.headers)
        if (name.toLowerCase() === 'set-cookie') cookies.addCookies(cookieValuesIn(line));
  if (cookies.isEmpty) return result;
  const { scrubber } = cookies;
  return scrubbedResult(result, (text) => scrubber.scrub(text));
}
