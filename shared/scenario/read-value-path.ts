/**
 * The keys of a path as templates write it: `order.body.items.0.name`, `items.[0]`, `body.[odd key]`. The name of the variable
 * comes first. `null` where it cannot be read.
 */
export function readValuePath(text: string): readonly [string, ...string[]] | null {
  const keys: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const step = /^(?:\[((?:\\.|[^\\\]])*)\]|([^.[\]\s]+))(?:\.(?=.)|$)/.exec(rest);
    if (step === null) return null;
    keys.push(step[2] ?? (step[1] ?? '').replace(/\\(.)/g, '$1'));
    rest = rest.slice(step[0].length);
  }
  const [name, ...others] = keys;
  return name === undefined ? null : [name, ...others];
}
