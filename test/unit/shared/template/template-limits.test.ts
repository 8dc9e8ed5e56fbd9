// A template is a program of a stranger: each limit must stop it, and at the promised size.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import { hostileScope, hostileTemplates } from '../../../support/hostile-templates.ts';

describe('the limits of a template', () => {
  it('let 256 kB of source pass and refuse more, counted in UTF-8', () => {
    expect(codeOf('a'.repeat(256 * 1024))).toBe('ok');
    expect(codeOf('a'.repeat(256 * 1024 + 1))).toBe('template-syntax');
    expect(codeOf('€'.repeat(Math.floor((256 * 1024) / 3)))).toBe('ok');
    expect(codeOf('€'.repeat(Math.ceil((256 * 1024) / 3)))).toBe('template-syntax');
  });

  it('count the rounds of all blocks together', () => {
    expect(codeOf('{{#each list}}{{#each ../list}}{{/each}}{{/each}}')).toBe('template-iterations-limit');
    expect(codeOf('{{#each list}}{{/each}}'.repeat(250))).toBe('ok');
    expect(codeOf('{{#each list}}{{/each}}'.repeat(251))).toBe('template-iterations-limit');
  });

  it('count the output in UTF-8 bytes', () => {
    expect(codeOf('{{long}}'.repeat(10))).toBe('ok');
    expect(codeOf('{{long}}'.repeat(11))).toBe('template-output-limit');
    expect(codeOf('{{euros}}'.repeat(3))).toBe('ok');
    expect(codeOf('{{euros}}'.repeat(4))).toBe('template-output-limit');
  });

  it('stop work that takes longer than 250 ms, at the place where it was', () => {
    const rendered = renderTemplate('{{#each list}}\n{{#each ../list}}{{/each}}{{/each}}', 'text', ticking());
    expect(rendered).toMatchObject({
      failure: {
        code: 'template-time-limit',
        line: 2,
        message: 'Making the text of the text took longer than 250 ms.',
      },
    });
  });

  it('stop reading a template like rendering it, and read it again when there is more time', () => {
    const source = '{{~t~}} '.repeat(20_000);
    expect(renderTemplate(source, 'text', ticking())).toMatchObject({
      failure: { code: 'template-time-limit' },
    });
    expect(codeOf(source)).toBe('ok');
  });

  it('stop without a clock after two million steps', () => {
    const body = '{{../t}}{{#if ../t}}{{/if}}'.repeat(3000);
    expect(codeOf(`{{#each list}}${body}{{/each}}`)).toBe('template-time-limit');
  });
});

/** Each of them once took seconds, memory or the stack of some template engine. */
describe('a hostile template', () => {
  it.each(hostileTemplates)('of %s is refused or stopped', (_what, source, code) => {
    expect(codeOf(source)).toBe(code);
  });
});

function codeOf(source: string): string {
  const rendered = renderTemplate(source, 'text', hostileScope);
  return rendered.ok ? 'ok' : rendered.failure.code;
}

/** A clock that goes on by a millisecond each time somebody looks at it. */
function ticking(): TemplateScope {
  let now = 0;
  return { ...hostileScope, system: { ...hostileScope.system, monotonicMs: () => (now += 1) } };
}
