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

/** The same part where there was nothing to take out: most parts of most events are told as they are. */
function scrubbed(part: unknown, scrub: Scrub): unknown {
  if (typeof part === 'string') return scrub(part);
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) {
    const items = part.map((item) => scrubbed(item, scrub));
    return items.every((item, at) => item === part[at]) ? part : items;
  }
  const members = Object.entries(part);
  const shown = members.map(([key, member]) =>
    ownWords.has(key) && typeof member === 'string' ? (member as unknown) : scrubbed(member, scrub),
  );
  if (members.every(([, member], at) => member === shown[at])) return part;
  return Object.fromEntries(members.map(([key], at) => [key, shown[at]]));
}
