import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { bridge } from '../bridge/bridge.ts';
import { toasts } from './toasts.ts';

const reportStore = createStore<{ readonly text: string | null }>(() => ({ text: null }));

/** The log as it would be saved, while somebody looks at it; else `null`. */
export function useReport(): string | null {
  return useStore(reportStore, ({ text }) => text);
}

/** Somebody wants to look at the log before it goes with a report. */
export async function reportAsked(): Promise<void> {
  reportStore.setState(await bridge.call['report.read'](null));
}

export function reportClosed(): void {
  reportStore.setState({ text: null });
}

/** Saves what is looked at; where that does not work, it stays in view. */
export async function reportSaved(): Promise<void> {
  const outcome = await bridge.call['report.save'](null);
  if (outcome.ok) {
    reportClosed();
    toasts.show({ title: 'The log is saved', body: outcome.value.file, icon: 'check' });
  } else if (outcome.failure.code !== 'cancelled') {
    toasts.show({ title: 'The log was not saved', body: outcome.failure.message, icon: 'warning' });
  }
}

/** Something went wrong in the page that nobody expected: the log of the main process has it then. */
export function pageFailed(error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  // Where the log cannot be reached there is nowhere else to say so.
  bridge.call['report.add']({ message: message.slice(0, 2000), stack: stack.slice(0, 8000) }).catch(
    () => undefined,
  );
}
