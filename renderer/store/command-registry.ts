import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { use, useLayoutEffect, useRef } from 'react';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { InFocusedSide } from './editor-sides.ts';

type Handler = () => void;

/** Handlers by command, newest last: a canvas that mounts takes `canvas.fit` over from the one behind it. */
const registry = createStore<{ readonly handlers: Readonly<Partial<Record<CommandId, readonly Handler[]>>> }>(
  () => ({
    handlers: {},
  }),
);

/** Offers a command for as long as the returned function has not been called. */
export function commandOffered(id: CommandId, handler: Handler): () => void {
  registry.setState(({ handlers }) => ({
    handlers: { ...handlers, [id]: [...(handlers[id] ?? []), handler] },
  }));
  return () => {
    registry.setState(({ handlers }) => ({
      handlers: { ...handlers, [id]: (handlers[id] ?? []).filter((each) => each !== handler) },
    }));
  };
}

/** Runs a command's newest handler; says whether there was one. */
export function commandInvoked(id: CommandId): boolean {
  const handler = registry.getState().handlers[id]?.at(-1);
  handler?.();
  return handler !== undefined;
}

export function isCommandOffered(id: CommandId): boolean {
  return (registry.getState().handlers[id]?.length ?? 0) > 0;
}

/** Whether a command can be used now; the component renders again when that changes. */
export function useCommandOffered(id: CommandId): boolean {
  return useStore(registry, (state) => (state.handlers[id]?.length ?? 0) > 0);
}

/**
 * Offers commands while the component is mounted; `null` withdraws one. A command is registered once, and calls whatever
 * handler the last render gave, so that rendering again does not change who is newest. What can be seen can be used: a
 * command is there with the picture, not some time after it. Of a split editor only the side with the focus offers.
 */
export function useCommands(offers: Readonly<Partial<Record<CommandId, Handler | null>>>): void {
  const isHere = use(InFocusedSide);
  const latest = useRef(offers);
  useLayoutEffect(() => {
    latest.current = offers;
  });
  const offered = commands
    .map(({ id }) => id)
    .filter((id) => isHere && offers[id] !== undefined && offers[id] !== null);
  const key = offered.join(' ');
  useLayoutEffect(() => {
    const ids = key.split(' ').filter((id) => id !== '') as CommandId[];
    const withdrawals = ids.map((id) => commandOffered(id, () => latest.current[id]?.()));
    return () => withdrawals.forEach((withdraw) => withdraw());
  }, [key]);
}
