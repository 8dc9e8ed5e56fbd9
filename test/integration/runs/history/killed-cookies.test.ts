// A run that is killed leaves nothing of the cookies that its servers set, though no jar kept them and nobody ended it.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runIdSchema } from '#shared/ids/ids.ts';
import { openHistory } from '../../../support/past-runs.ts';
import { missedBelow } from '../../../support/planted-files.ts';
import { bytesFound } from '../../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { startTypescript } from '../../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const neverEnding = new URL('../../../support/run-with-cookie-for-ever.ts', import.meta.url);
const firstLine = z.object({ runId: runIdSchema, before: z.array(z.string()) });
const cookie = 'c00kie-kOt7vYq2Zr9wLm4s';

describe('a process that is killed in a run whose server set a cookie that no jar keeps', () => {
  test.each([0, 1_200_000])(
    'leaves no byte of it, with a body of %i bytes more',
    async (padding) => {
      const child = startTypescript(neverEnding, [folder.path, cookie, String(padding)]);
      const { before, runId } = firstLine.parse(JSON.parse(await child.line()));
      // What was said before anybody could know stands there as it was said, or this test proves nothing.
      expect(before).toContain(path.join('runs', runId, 'events.jsonl'));
      expect(await child.line()).toBe('asked');
      child.process.kill('SIGKILL');
      expect(await child.ended).toBe('SIGKILL');

      expect(await missedBelow(folder.path, cookie)).toEqual([]);
      expect(await bytesFound([folder.path], cookie)).toEqual([]);
      const past = openHistory(path.join(folder.path, 'runs'));
      expect(await past.all()).toMatchObject([{ runId, outcome: 'interrupted', repeatable: false }]);
      const body = await past.history.body(runId, 'body-1');
      expect(Buffer.from((await body?.read(0, 99)) ?? []).toString()).toMatch(/^\{"session":"•+"/);
      await past.history.close();
    },
    60_000,
  );
});
