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

/**
 * The same part where there was nothing to take out: most parts of most events are told as they are. Every event of every run
 * comes through here, so that nothing is copied before there is a reason to.
 */
function scrubbed(part: unknown, scrub: Scrub): unknown {
  if (typeof part === 'string') return scrub(part);
  if (typeof part !== 'object' || part === null) return part;
  return Array.isArray(part) ? scrubbedItems(part, scrub) : scrubbedMembers(part, scrub);
}

function scrubbedItems(items: readonly unknown[], scrub: Scrub): readonly unknown[] {
  let shown: unknown[] | null = null;
  for (let at = 0; at < items.length; at += 1) {
    const item = scrubbed(items[at], scrub);
    if (item === items[at]) continue;
    shown ??= [...items];
    shown[at] = item;
  }
  return shown ?? items;
}

function scrubbedMembers(part: object, scrub: Scrub): object {
  const members = part as Readonly<Record<string, unknown>>;
  let shown: Record<string, unknown> | null = null;
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (typeof member === 'string' && ownWords.has(key)) continue;
    const clean = scrubbed(member, scrub);
    if (clean === member) continue;
    shown ??= { ...members };
    shown[key] = clean;
  }
  return shown ?? part;
}
