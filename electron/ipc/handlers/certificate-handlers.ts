import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { readCertificateFile } from '../../app/certificate-file.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';

/** Handlers of `certificate.*`: certificates are public, so the page may have what a person picks. */
export function certificateHandlers(
  dialogs: Pick<PersonDialogs, 'pickCredentialFile'>,
): Pick<Handlers, 'certificate.pick'> {
  return {
    'certificate.pick': async () => {
      const picked = await dialogs.pickCredentialFile('certificates');
      if (picked === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      const read = await readCertificateFile(picked);
      return read.ok ? succeeded({ pem: read.value }) : read;
    },
  };
}
