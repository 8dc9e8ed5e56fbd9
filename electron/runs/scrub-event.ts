/** Takes secrets out of one text. */
type Scrub = (text: string) => string;

/**
 * Words that we or the flow's document choose, and no server: a secret that happens to be spelled like one of them must
 * not break an event.
 */
const ownWords: ReadonlySet<string> = new Set([
  'v',
  'type',
  'runId',
  'at',
  'nodeId',
  'flowId',
  'status',
  'outcome',
  'exit',
  'through',
  'phase',
  'code',
  'from',
  'kind',
  'handle',
  'answerType',
  'variable',
  'why',
]);

/** An event whose texts went through `scrub`, whatever its type: what is added to events later is scrubbed as well. */
export function scrubEvent<Event extends object>(event: Event, scrub: Scrub): Event {
  return scrubbed(event, scrub) as Event;
}

function scrubbed(part: unknown, scrub: Scrub): unknown {
  if (typeof part === 'string') return scrub(part);
  if (Array.isArray(part)) return part.map((item) => scrubbed(item, scrub));
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([key, member]) => [
    key,
    ownWords.has(key) && typeof member === 'string' ? member : scrubbed(member, scrub),
  ]);
  return Object.fromEntries(members) as unknown;
}
