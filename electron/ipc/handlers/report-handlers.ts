import { writeFile } from 'node:fs/promises';
import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import { writeRefusalReason } from '../../workspace/files/system-error.ts';

/** Makes the text of a report, and takes what goes wrong in the page. */
export interface ReportPort {
  readonly text: () => Promise<string>;
  readonly defect: (where: string, error: unknown) => string;
  readonly now: () => Date;
}

/** A page that fails with every frame must not push everything else out of the log. */
const mostDefectsOfPage = 50;

/** Handlers of `report.*`: what is saved is word for word what was read last. */
export function reportHandlers(
  report: ReportPort,
  dialogs: Pick<PersonDialogs, 'pickSaveFile'>,
): Pick<Handlers, 'report.read' | 'report.save' | 'report.add'> {
  let shown: string | null = null;
  let defectsOfPage = 0;
  return {
    'report.read': async () => {
      shown = await report.text();
      return { text: shown };
    },
    'report.save': async () => {
      shown ??= await report.text();
      const day = report.now().toISOString().slice(0, 10);
      const file = await dialogs.pickSaveFile(`flowbench-log-${day}.txt`, 'log');
      if (file === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      try {
        await writeFile(file, shown);
        return succeeded({ file });
      } catch (error) {
        const message = `The log was not saved to ${file}: ${writeRefusalReason(error)}.`;
        return failed({ code: 'not-written', message });
      }
    },
    'report.add': ({ message, stack }) => {
      defectsOfPage += 1;
      if (defectsOfPage > mostDefectsOfPage) return null;
      const error = new Error(message);
      error.stack = stack === '' ? message : stack;
      report.defect('page', error);
      return null;
    },
  };
}
