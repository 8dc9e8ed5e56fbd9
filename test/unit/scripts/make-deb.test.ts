// What dpkg reads about the package decides whether it can be installed; Debian Policy 5.3 says what has to be there.
import { describe, expect, it } from 'vitest';
import { controlFile } from '../../../scripts/steps/make-deb.mjs';

const about = {
  name: 'flowbench',
  productName: 'Flowbench',
  version: '0.1.0',
  description: 'Desktop workbench for conversational flows.',
  author: 'The Flowbench developers',
  license: 'MIT',
};

describe('the control file of the Debian package', () => {
  const lines = controlFile(about, 'amd64', 240_123).split('\n');
  const fields = Object.fromEntries(
    lines.filter((line) => line !== '').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );

  it('names package, version, architecture, maintainer and size', () => {
    expect(fields).toMatchObject({
      Package: 'flowbench',
      Version: '0.1.0',
      Architecture: 'amd64',
      'Installed-Size': '240123',
      Section: 'devel',
      Priority: 'optional',
    });
    expect(fields['Maintainer']).toMatch(/^[^<>]+ <\S+@\S+>$/);
  });

  it('describes it in one line without a full stop (Policy 3.4.1)', () => {
    expect(fields['Description']).toBe('Desktop workbench for conversational flows');
  });

  it('depends on the packages that Electron links to, each once', () => {
    const depends = fields['Depends']?.split(', ') ?? [];
    expect(depends).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
      'libgbm1',
      'libdrm2',
      'libxss1',
      'libatk-bridge2.0-0',
      'libsecret-1-0',
    ]);
  });

  it('is one paragraph that ends with a line break', () => {
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1)).not.toContain('');
  });
});
