import { bridge } from '../../bridge/bridge.ts';
import { toasts } from '../../store/toasts.ts';

/** Asks for a file and copies it into the workspace; gives the name that a request has it by, `null` where there is none. */
export async function attachedFile(): Promise<string | null> {
  const outcome = await bridge.call['attachment.pick'](null);
  if (outcome.ok) return outcome.value.file;
  if (outcome.failure.code !== 'cancelled')
    toasts.show({ title: 'The file was not added', body: outcome.failure.message, icon: 'warning' });
  return null;
}

/** The name of an attached file as people know it. */
export function attachedName(file: string): string {
  return file.replace(/^files\//, '');
}
