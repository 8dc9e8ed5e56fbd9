/** What the files of a bundle are to a workspace, by their names: not there, there byte for byte, or there with other content. */
export type FilesHere = ReadonlyMap<string, 'missing' | 'same' | 'other'>;

/** Where nobody has looked, as in a folder that becomes a workspace: no file is there. */
export const noFilesHere: FilesHere = new Map();
