/**
 * As much of electron-store as we use. It needs Electron to be imported, so the shell hands it in; its base `Conf`, which
 * does all of the work, serves the tests.
 */
export interface BackingStore {
  /** Reading reads the file; assigning replaces it as a whole, through a temporary file. Both throw. */
  store: Record<string, unknown>;
  readonly path: string;
}

/** What the wrapper asks of electron-store; never its own mending, which wipes what it cannot read. */
export interface BackingStoreOptions {
  readonly cwd: string;
  /** Without ending; electron-store calls it `name`, its base `configName`. */
  readonly name: string;
  readonly configName: string;
  readonly fileExtension: 'json';
  readonly configFileMode: number;
  readonly clearInvalidConfig: false;
  readonly accessPropertiesByDotNotation: false;
  readonly serialize: (value: Record<string, unknown>) => string;
}

/** Opens a store: `(options) => new ElectronStore(options)`. */
export type OpenBackingStore = (options: BackingStoreOptions) => BackingStore;
