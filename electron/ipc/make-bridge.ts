import type { Bridge } from '#shared/ipc/contract.ts';
import { channelNames, eventNames } from './channel-names.ts';
import type { Reply } from './reply.ts';

/** The two things that preload can do with the main process; neither is given to the page. */
export interface Door {
  readonly invoke: (channel: string, input: unknown) => Promise<Reply>;
  /** Listens until the returned function is called. */
  readonly listen: (event: string, listener: (payload: unknown) => void) => () => void;
}

/** Makes what the page gets: a named function for each channel and each event, and nothing that takes a name. */
export function makeBridge(door: Door): Bridge {
  return {
    call: functionsNamed(channelNames, (name) => (input: unknown) => callThrough(door, name, input)),
    on: functionsNamed(
      eventNames,
      (name) => (listener: (payload: unknown) => void) => door.listen(name, listener),
    ),
  } as Bridge;
}

function functionsNamed<Name extends string, Made>(
  names: readonly Name[],
  make: (name: Name) => Made,
): Readonly<Record<string, Made>> {
  return Object.fromEntries(names.map((name) => [name, make(name)] as const));
}

async function callThrough(door: Door, name: string, input: unknown): Promise<unknown> {
  const reply = await door.invoke(name, input);
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}
