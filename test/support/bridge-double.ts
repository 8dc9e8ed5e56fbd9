// The page's side of the main process in tests of the stores: the bridge is the one door of the page, and the only thing
// of it that does not run in Node. Import it before anything of the renderer.
import type { Bridge, ChannelInput, ChannelName, ChannelOutput } from '#shared/ipc/contract.ts';

type Answer<Name extends ChannelName> = (
  input: ChannelInput<Name>,
) => Promise<ChannelOutput<Name>> | ChannelOutput<Name>;

/** What the page asked the main process for, in order, and what that answers. */
export interface BridgeDouble {
  /** Answers a channel from now on; one that was not prepared refuses. */
  readonly answer: <Name extends ChannelName>(name: Name, answer: Answer<Name>) => void;
  /** The inputs of a channel's calls so far. */
  readonly asked: <Name extends ChannelName>(name: Name) => readonly ChannelInput<Name>[];
  /** The names of all calls so far. */
  readonly names: () => readonly ChannelName[];
  readonly reset: () => void;
}

interface Call {
  readonly name: ChannelName;
  readonly input: unknown;
}

export const bridgeDouble: BridgeDouble = installed();

function installed(): BridgeDouble {
  const answers = new Map<ChannelName, (input: never) => unknown>();
  let calls: Call[] = [];
  const functionOf = (name: ChannelName) => (input: unknown) => {
    calls.push({ name, input });
    const answer = answers.get(name);
    return answer === undefined
      ? Promise.reject(new Error(`Nothing answers ${name} in this test.`))
      : Promise.resolve(input as never).then(answer);
  };
  const call = new Proxy({}, { get: (_target, name) => functionOf(name as ChannelName) });
  const on = new Proxy({}, { get: () => () => () => undefined });
  // A window of the usual width: neither narrow nor wide.
  const matchMedia = () => ({ matches: false, addEventListener: () => undefined });
  Object.assign(globalThis, {
    matchMedia,
    window: globalThis,
    flowbench: { call, on } as unknown as Bridge,
  });
  return {
    answer: (name, answer) => void answers.set(name, answer),
    asked: (name) => calls.filter((each) => each.name === name).map((each) => each.input as never),
    names: () => calls.map(({ name }) => name),
    reset: () => {
      answers.clear();
      calls = [];
    },
  };
}
