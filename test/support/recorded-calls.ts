// Calls with attachments that go to a server which keeps their bytes, for tests that compare what was promised with what came.
import { afterAll, beforeAll } from 'vitest';
import { writeAttachments } from './any-call.ts';
import { ExecutorFixture } from './executor-fixture.ts';
import { answer, HttpRecorder } from './servers/http-recorder.ts';

/** A recorder that closes each connection after its answer, and an executor, for all tests of a file. */
export function useRecordedCalls() {
  const parts: { server?: HttpRecorder; fixture?: ExecutorFixture } = {};
  beforeAll(async () => {
    const bytes = answer(200, { Connection: 'close' });
    parts.server = await HttpRecorder.start(() => ({ bytes, then: 'close' }));
    parts.fixture = await ExecutorFixture.create();
    await writeAttachments(parts.fixture.folder);
  });
  afterAll(async () => {
    await parts.fixture?.[Symbol.asyncDispose]();
    await parts.server?.[Symbol.asyncDispose]();
  });
  return {
    get server() {
      return parts.server!;
    },
    get fixture() {
      return parts.fixture!;
    },
  };
}
