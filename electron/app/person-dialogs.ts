import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** Asks the person with the system's dialogs; `null` is always that they changed their mind. */
export interface PersonDialogs {
  readonly pickFolder: (purpose: 'open' | 'create') => Promise<string | null>;
  readonly pickFile: () => Promise<string | null>;
  readonly pickCredentialFile: (purpose: CredentialPurpose) => Promise<string | null>;
  readonly pickBundle: () => Promise<string | null>;
  readonly pickSaveFile: (suggestedName: string, what?: SavedThing) => Promise<string | null>;
  readonly tell: (sentence: string) => Promise<void>;
  /** Which of two ways the person chooses; the first is the one that loses nothing. */
  readonly choose: (question: string, ways: readonly [safe: string, other: string]) => Promise<0 | 1>;
}

/** What a file is picked for that proves who somebody is. */
export type CredentialPurpose = 'certificates' | 'key' | 'pkcs12';

/** What is saved to a file of the person's own. */
export type SavedThing = 'body' | 'log' | 'svg-picture' | 'png-picture' | 'bundle';

const anyFile = { name: 'All files', extensions: ['*'] };

const credentialFiles: Readonly<Record<CredentialPurpose, OpenDialogOptions>> = {
  certificates: {
    title: 'Choose certificates',
    filters: [{ name: 'Certificates', extensions: ['pem', 'crt', 'cer', 'der'] }, anyFile],
  },
  key: {
    title: 'Choose the key of the client certificate',
    filters: [{ name: 'Private keys', extensions: ['pem', 'key'] }, anyFile],
  },
  pkcs12: {
    title: 'Choose the client certificate',
    filters: [{ name: 'PKCS#12', extensions: ['p12', 'pfx'] }, anyFile],
  },
};

const bundleFiles = { name: 'Bundles of Flowbench', extensions: ['flowbundle.json'] };

const savedThings: Readonly<Record<SavedThing, SaveDialogOptions>> = {
  body: { title: 'Save the body' },
  log: { title: 'Save the log' },
  'svg-picture': { title: 'Save the picture', filters: [{ name: 'SVG', extensions: ['svg'] }, anyFile] },
  bundle: { title: 'Export the bundle', buttonLabel: 'Export', filters: [bundleFiles, anyFile] },
  'png-picture': { title: 'Save the picture', filters: [{ name: 'PNG', extensions: ['png'] }, anyFile] },
};

/** The dialogs above our window, or by themselves while there is none. */
export function personDialogs(window: () => BrowserWindow | null): PersonDialogs {
  const open = async (options: OpenDialogOptions): Promise<string | null> => {
    const parent = window();
    const { filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return filePaths[0] ?? null;
  };
  const ask = async (message: string, buttons: readonly string[]): Promise<number> => {
    const options = {
      type: 'warning' as const,
      message,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const parent = window();
    const { response } = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options));
    return response;
  };
  return {
    pickFolder: (purpose) =>
      open({
        title: purpose === 'open' ? 'Open workspace' : 'New workspace',
        buttonLabel: purpose === 'open' ? 'Open' : 'Create here',
        properties:
          purpose === 'open' ? ['openDirectory'] : ['openDirectory', 'createDirectory', 'promptToCreate'],
      }),
    pickFile: () => open({ title: 'Attach a file', buttonLabel: 'Attach', properties: ['openFile'] }),
    pickCredentialFile: (purpose) =>
      open({ ...credentialFiles[purpose], buttonLabel: 'Choose', properties: ['openFile'] }),
    pickBundle: () =>
      open({
        title: 'Import a bundle',
        buttonLabel: 'Look at it',
        filters: [bundleFiles, { name: 'JSON', extensions: ['json'] }, anyFile],
        properties: ['openFile'],
      }),
    pickSaveFile: async (suggestedName, what = 'body') => {
      const options = { ...savedThings[what], defaultPath: suggestedName };
      const parent = window();
      const { filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return filePath === '' ? null : filePath;
    },
    tell: async (sentence) => {
      await ask(sentence, ['OK']);
    },
    choose: async (question, ways) => ((await ask(question, ways)) === 1 ? 1 : 0),
  };
}
