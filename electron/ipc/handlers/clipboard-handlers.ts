import type { Handlers } from '#shared/ipc/contract.ts';

/** Handlers of `clipboard.*`: writing only, for what is on the clipboard may come from anywhere. */
export function clipboardHandlers(
  writeText: (text: string) => Promise<void>,
): Pick<Handlers, 'clipboard.write'> {
  return {
    'clipboard.write': async ({ text }) => {
      await writeText(text);
      return null;
    },
  };
}
