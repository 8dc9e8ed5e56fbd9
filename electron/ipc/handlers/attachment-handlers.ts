import type { Handlers } from '#shared/ipc/contract.ts';
import { failed } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';

/** Handlers of `attachment.*`: the page never names a file of the disk, only a person does. */
export function attachmentHandlers(
  workbench: Workbench,
  dialogs: Pick<PersonDialogs, 'pickFile'>,
): Pick<Handlers, 'attachment.pick'> {
  return {
    'attachment.pick': async () => {
      const picked = await dialogs.pickFile();
      if (picked === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      return (await workbench.current()).workspace.attach(picked);
    },
  };
}
