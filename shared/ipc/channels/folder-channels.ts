import { z } from 'zod';
import { documentIdSchema } from '../../workspace/document.ts';
import { folderPathSchema } from '../../workspace/folder-path.ts';
import { documentFailureSchema } from '../../workspace/workspace-failure.ts';
import { channel, outcomeSchema } from '../channel.ts';

const foldersSchema = z.array(z.string());
const movedSchema = z.array(z.strictObject({ id: z.string(), file: z.string() }));

/** What the page may ask about the folders that people sort flows and endpoints into. */
export const folderChannels = {
  /** Makes a folder with those that it is in; gives all that there are. */
  'folder.create': channel(
    z.strictObject({ folder: folderPathSchema }),
    outcomeSchema(z.strictObject({ folders: foldersSchema }), documentFailureSchema),
  ),
  /** Gives a folder another name, another place or both, with everything in it. */
  'folder.move': channel(
    z.strictObject({ from: folderPathSchema, to: folderPathSchema }),
    outcomeSchema(z.strictObject({ documents: movedSchema, folders: foldersSchema }), documentFailureSchema),
  ),
  /** Moves the documents of a folder into the trash, with their secrets, and removes the folder and those in it. */
  'folder.remove': channel(
    z.strictObject({ folder: folderPathSchema }),
    outcomeSchema(
      z.strictObject({
        removed: z.array(documentIdSchema),
        folders: foldersSchema,
        left: z.string().nullable(),
      }),
      documentFailureSchema,
    ),
  ),
  /** Moves documents into a folder; tells of each that could not be moved. */
  'document.move': channel(
    z.strictObject({ ids: z.array(documentIdSchema), folder: folderPathSchema }),
    z.strictObject({ documents: movedSchema, folders: foldersSchema, failures: z.array(z.string()) }),
  ),
};
