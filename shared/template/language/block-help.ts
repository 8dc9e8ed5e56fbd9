/** What the editor says and writes of a block. */
export interface BlockHelp {
  readonly name: string;
  readonly signature: string;
  /** One sentence. */
  readonly description: string;
  /** What its operand is called. */
  readonly operand: string;
}

/** The blocks of templates, in the order in which they are offered. */
export const blockHelp: readonly BlockHelp[] = [
  {
    name: 'if',
    signature: '#if value [includeZero=…]',
    operand: 'value',
    description:
      'Writes its content where the value is there and not false, 0 or empty; else what follows {{else}}.',
  },
  {
    name: 'unless',
    signature: '#unless value [includeZero=…]',
    operand: 'value',
    description:
      'Writes its content where the value is missing, false, 0 or empty; else what follows {{else}}.',
  },
  {
    name: 'each',
    signature: '#each list [as |item index|]',
    operand: 'list',
    description:
      'Repeats its content for each item; inside, names belong to the item and ../ leads out. {{else}} is for no item.',
  },
  {
    name: 'with',
    signature: '#with value [as |name|]',
    operand: 'value',
    description: 'Inside, names belong to the value and ../ leads out; {{else}} is for a missing value.',
  },
];
