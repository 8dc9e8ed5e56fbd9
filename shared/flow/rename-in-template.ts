import { templateNames } from '../template/template-names.ts';

/** A template with a name replaced where it is read; `null` where the new name would mean something else there. */
export function renamedInTemplate(template: string, from: string, to: string): string | null {
  const names = templateNames(template);
  let after = '';
  let done = 0;
  for (const { name, nameStart, nameEnd } of names) {
    if (name !== from) continue;
    after += template.slice(done, nameStart) + writtenLike(template.slice(nameStart, nameEnd), to);
    done = nameEnd;
  }
  if (done === 0) return template;
  after += template.slice(done);
  const found = templateNames(after).map(({ path }) => path.join('\n'));
  const wanted = names.map(({ path: [first = '', ...rest] }) =>
    [first === from ? to : first, ...rest].join('\n'),
  );
  return found.length === wanted.length && found.every((path, at) => path === wanted[at]) ? after : null;
}

/** A name keeps its brackets or quotes, so that renaming back gives the same text. */
function writtenLike(written: string, name: string): string {
  const mark = written.charAt(0);
  if (mark === '[') return `[${name}]`;
  return mark === '"' || mark === "'" ? mark + name + mark : name;
}
