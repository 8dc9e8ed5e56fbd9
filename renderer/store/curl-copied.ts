import { curlCommand } from '#shared/request/curl-command.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { toasts } from './toasts.ts';

/** Puts a request on the clipboard as a command, and says which variables the shell needs for its secrets. */
export async function curlCopied(request: MaskedRequest): Promise<void> {
  const command = curlCommand(request, documentsStore.getState().workspace.folder);
  if (!command.ok) {
    toasts.show({
      title: 'Not copied: the body is too long',
      body: 'A command can be made of bodies up to 64 kB. Send the body from a file instead.',
      urgent: true,
    });
    return;
  }
  const { text, variables } = command.value;
  await bridge.call['clipboard.write']({ text });
  toasts.show({
    title: 'Copied as cURL',
    body: variables.length === 0 ? undefined : `Set in the shell before: ${variables.join(', ')}`,
    icon: 'copy',
  });
}
