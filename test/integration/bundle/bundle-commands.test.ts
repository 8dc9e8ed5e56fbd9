// `flowbench export`, `inspect` and `import` as built: what goes out, what comes in, and what is refused, by their exit codes.
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleSchemas } from '#electron/cli/bundle/bundle-schemas.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { bundleStory, photo } from '../../support/bundle-story.ts';
import { writeStoryWorkspace } from '../../support/bundle-workspaces.ts';
import { canaries } from '../../support/canaries.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const start = (env: Record<string, string> = {}) => ({ folder: folder.path, env });
const exported = async (...args: string[]) => {
  await writeStoryWorkspace(folder.file('shop'));
  return ran(['export', 'shop', '--output', 'shop.flowbundle.json', ...args], start());
};

describe('flowbench export', () => {
  test('makes a bundle of what is named, and tells what is in it', async () => {
    const { code, errors, output } = await exported('--flow', 'Send a photo', '--env', 'Staging');
    expect([code, output]).toEqual([0, '']);
    expect(errors).toContain('Look up (needed by others)');
    expect(errors).toContain('SHOP_API_TOKEN: token of the API endpoint Shop API, for https://shop.example');
    expect(errors).not.toContain('Production');
    const bundle = JSON.parse(await readFile(folder.file('shop.flowbundle.json'), 'utf8')) as {
      flows: string[];
    };
    expect(bundle.flows).toEqual([bundleStory.main.id]);
  });

  test.each(['shop/flowbench.json', 'shop/flows/../flows/alone.json', 'linked/files/photo.png'])(
    'is not written over a part of its workspace: %s',
    async (output) => {
      await writeStoryWorkspace(folder.file('shop'));
      await symlink(folder.file('shop'), folder.file('linked'));
      const before = await readFile(folder.file('shop', 'flowbench.json'), 'utf8');
      const { code, errors } = await ran(['export', 'shop', '--output', output], start());
      expect([code, errors]).toEqual([
        2,
        expect.stringContaining('is a part of the workspace. Give the bundle another file with --output.'),
      ]);
      expect(await readFile(folder.file('shop', 'flowbench.json'), 'utf8')).toBe(before);
      expect(await ran(['export', '..'], { folder: folder.file('shop', 'flows') })).toMatchObject({
        code: 2,
      });
      expect(await ran(['export', 'shop', '--output', 'shop/shop.flowbundle.json'], start())).toMatchObject({
        code: 0,
      });
    },
  );

  test('makes the same bytes each time, of all where nothing is named', async () => {
    await exported();
    const first = await readFile(folder.file('shop.flowbundle.json'), 'utf8');
    const printed = await ran(['export', 'shop', '--output', '-'], start());
    expect(printed.output).toBe(first);
    expect(first).toContain('"Alone"');
  });

  test('fits the schemas that are published, by a validator that nobody here wrote', async () => {
    await exported();
    const text = await readFile(folder.file('shop.flowbundle.json'), 'utf8');
    const { output } = await ran(['inspect', 'shop.flowbundle.json', '--json'], start());
    for (const [name, document] of [
      ['bundle', text],
      ['inspect', output],
    ] as const) {
      const schema: object = JSON.parse(
        await readFile(inProject('docs', 'schemas', `${name}.schema.json`), 'utf8'),
      );
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const validate = ajv.compile(schema);
      validate(JSON.parse(document));
      expect(validate.errors, name).toBeNull();
      expect(validate({ ...(JSON.parse(document) as object), documents: 1 })).toBe(false);
    }
  });

  test.each(Object.entries(canaries).filter(([name]) => name !== 'short'))(
    'refuses a bundle in which a secret stands, by its name: %s',
    async (_name, value) => {
      await writeStoryWorkspace(folder.file('shop'));
      await writeFile(folder.file('shop', 'files/photo.png'), Buffer.from(value).toString('base64url'));
      const args = ['export', 'shop', '--output', 'shop.flowbundle.json'];
      const { code, errors, output } = await ran(args, start({ FLOWBENCH_SECRET_ANY_KEY: value }));
      expect(code).toBe(1);
      expect(errors.trim()).toBe(
        'Nothing was exported: the value of ANY_KEY stands in files/photo.png. Take it out there, and export again.',
      );
      expect(formsFound(Buffer.from(errors + output), value)).toEqual([]);
      expect(await readdir(folder.path)).toEqual(['shop']);
    },
  );

  test('takes secrets along behind a passphrase that is no argument', async () => {
    await writeStoryWorkspace(folder.file('shop'));
    const args = ['export', 'shop', '--with-secrets', '--output', '-'];
    expect(await ran(args, start())).toMatchObject({ code: 2 });
    const env = {
      FLOWBENCH_PASSPHRASE: 'correct horse battery',
      FLOWBENCH_SECRET_SHOP_API_TOKEN: canaries.quote,
    };
    const { code, output, errors } = await ran(args, start(env));
    expect(code).toBe(0);
    expect(output).toContain('"sealed"');
    expect(formsFound(Buffer.from(output + errors), canaries.quote)).toEqual([]);
  });

  test.each<[args: string[], code: number, sentence: string]>([
    [['export'], 2, 'flowbench export takes the folder of one workspace.'],
    [['export', 'shop', '--flow', 'No such'], 2, 'The workspace has no flow called "No such".'],
    [['export', 'shop', '--colour'], 2, 'There is no option --colour.'],
    [['export', 'nowhere'], 3, 'nowhere is not there.'],
  ])('ends in words: %j', async (args, code, sentence) => {
    await writeStoryWorkspace(folder.file('shop'));
    const ended = await ran(args, start());
    expect(ended.errors).toContain(sentence);
    expect(ended.code).toBe(code);
  });
});

describe('flowbench inspect', () => {
  test('says what is in a bundle without doing anything', async () => {
    await exported();
    const { code, output } = await ran(['inspect', 'shop.flowbundle.json'], start());
    expect(code).toBe(0);
    expect(output).toMatch(/^Acme Shop, made by Flowbench \d/);
    expect(output).toContain('files/photo.png, 7 bytes');
  });

  test('tells a bundle that was changed from one that is whole', async () => {
    await exported();
    const file = folder.file('shop.flowbundle.json');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('https://shop.example', 'https://evil.example'),
    );
    const { code, errors } = await ran(['inspect', file], start());
    expect(code).toBe(1);
    expect(errors).toContain('does not match its SHA-256');
    expect(await ran(['inspect', 'none'], start())).toMatchObject({ code: 3 });
  });
});

describe('flowbench import', () => {
  test('makes a workspace that exports the same bytes', async () => {
    await exported();
    const { code, output } = await ran(['import', 'shop.flowbundle.json', 'other'], start());
    expect(code).toBe(0);
    expect(output).toContain('flows/Parts/look-up.json  Look up');
    expect(await readFile(folder.file('other', 'files/photo.png'))).toEqual(photo);
    const again = await ran(['export', 'other', '--output', '-'], start());
    expect(again.output).toBe(await readFile(folder.file('shop.flowbundle.json'), 'utf8'));
  });

  test('asks what becomes of a document that is there in another version, and writes nothing before', async () => {
    await exported();
    const file = folder.file('shop', 'flows/send-a-photo.json');
    const mine = (await readFile(file, 'utf8')).replace('"Send a photo"', '"Mine"');
    await writeFile(file, mine);
    const args = ['import', 'shop.flowbundle.json', 'shop'];
    const refused = await ran(args, start());
    expect([refused.code, refused.output]).toEqual([1, '']);
    expect(refused.errors).toContain('Send a photo: is there in another version');
    expect(await readFile(file, 'utf8')).toBe(mine);

    expect(await ran([...args, '--on-conflict', 'keep-both', '--dry-run'], start())).toMatchObject({
      code: 0,
      output: '',
    });
    const kept = await ran([...args, '--on-conflict', 'keep-both'], start());
    expect([kept.code, kept.output]).toEqual([0, 'flows/send-a-photo-2.json  Send a photo\n']);
    expect(await readFile(file, 'utf8')).toBe(mine);
    const replaced = await ran([...args, '--on-conflict', 'replace'], start());
    expect(replaced.code).toBe(0);
    expect(await readFile(file, 'utf8')).not.toBe(mine);
  });

  test('tells a file that is there with other content, and lets the person decide', async () => {
    await exported();
    const photoFile = folder.file('shop', 'files/photo.png');
    const flowFile = folder.file('shop', 'flows/send-a-photo.json');
    const mine = await readFile(flowFile, 'utf8');
    await writeFile(photoFile, 'mine');
    const args = ['import', 'shop.flowbundle.json', 'shop'];
    const refused = await ran(args, start());
    expect([refused.code, refused.output]).toEqual([1, '']);
    expect(refused.errors).toContain('Send a photo: files/photo.png is there with other content\n');
    expect(await ran([...args, '--on-conflict', 'skip'], start())).toMatchObject({ code: 0, output: '' });
    expect(await readdir(folder.file('shop', 'files'))).toEqual(['photo.png']);
    const replaced = await ran([...args, '--on-conflict', 'replace'], start());
    expect([replaced.code, replaced.output]).toEqual([0, 'flows/send-a-photo.json  Send a photo\n']);
    expect(await readFile(photoFile, 'utf8')).toBe('mine');
    expect(await readFile(folder.file('shop', 'files/photo-2.png'))).toEqual(photo);
    expect(await readFile(flowFile, 'utf8')).toBe(mine.replaceAll('files/photo.png', 'files/photo-2.png'));
  });

  test('brings a file that a flow of the workspace lacks', async () => {
    await exported();
    await rm(folder.file('shop', 'files/photo.png'));
    const { code, output } = await ran(['import', 'shop.flowbundle.json', 'shop'], start());
    expect([code, output]).toEqual([0, '']);
    expect(await readFile(folder.file('shop', 'files/photo.png'))).toEqual(photo);
  });

  test.each([
    ['of a newer version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['with the marks of a merge conflict', (text: string) => `<<<<<<< mine\n${text}`],
    ['that is damaged', (text: string) => text.slice(0, -9)],
  ])('is refused beside a document %s, which stays where it is', async (_what, changed) => {
    await exported();
    const file = folder.file('shop', 'flows/send-a-photo.json');
    const mine = changed(await readFile(file, 'utf8'));
    await writeFile(file, mine);
    const before = await readdir(folder.file('shop'), { recursive: true });
    for (const more of [[], ['--dry-run'], ['--on-conflict', 'replace']]) {
      const ended = await ran(['import', 'shop.flowbundle.json', 'shop', ...more], start());
      expect([ended.code, ended.output]).toEqual([3, '']);
      expect(ended.errors).toContain('flows/send-a-photo.json');
      expect(ended.errors).toContain('Nothing was imported');
    }
    expect(await readFile(file, 'utf8')).toBe(mine);
    expect(await readdir(folder.file('shop'), { recursive: true })).toEqual(before);
  });

  test('touches no folder that is something else', async () => {
    await exported();
    await mkdir(folder.file('papers'));
    await writeFile(folder.file('papers', 'letter.txt'), 'Dear');
    const { code, errors } = await ran(['import', 'shop.flowbundle.json', 'papers'], start());
    expect(code).toBe(3);
    expect(errors).toContain('is not a workspace, and not empty');
    expect(await readdir(folder.file('papers'))).toEqual(['letter.txt']);
    expect(await ran(['import', 'a', 'b', '--on-conflict', 'ask'], start())).toMatchObject({ code: 2 });
  });
});

describe('the schemas', () => {
  // Written anew by `npm run test:integration -- bundle-commands -u`.
  test.each(Object.entries(bundleSchemas()))(
    'in docs/schemas are as the code has them: %s',
    async (name, schema) => {
      const file = inProject('docs', 'schemas', `${name}.schema.json`);
      await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
    },
  );
});
