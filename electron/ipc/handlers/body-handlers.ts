import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import { writeRefusalReason } from '../../workspace/files/system-error.ts';
import type { Workbench } from '../../app/workbench.ts';

/** Handlers of `body.*`: ranges for the page, the whole only into a file that the person names. */
export function bodyHandlers(
  workbench: Workbench,
  dialogs: Pick<PersonDialogs, 'pickSaveFile'>,
): Pick<Handlers, 'body.read' | 'body.save'> {
  return {
    'body.read': async (input) => (await workbench.current()).runs.readBody(input),
    'body.save': async ({ runId, handle, suggestedName }) => {
      const { runs } = await workbench.current();
      const source = await runs.bodyFile(runId, handle);
      if (!source.ok) return failed({ code: 'gone', message: source.failure.message });
      // A server may have suggested the name: no folder of it counts.
      const target = await dialogs.pickSaveFile(path.basename(suggestedName.replaceAll('\\', '/')));
      if (target === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      try {
        await copyFile(source.value, target);
        return succeeded(null);
      } catch (error) {
        return failed({
          code: 'not-written',
          message: `The body was not saved to ${target}: ${writeRefusalReason(error)}.`,
        });
      }
    },
  };
}
