import type { FlowNode } from './node.ts';
import { choicesOffered, type PromptChoice } from './prompt-node.ts';

/** What an exit is called in the window: itself, and that of a prompt's choice as the choice. */
export function exitName(node: FlowNode | undefined, exit: string): string {
  if (node?.kind !== 'prompt') return exit;
  const choices = choicesOffered(node.config);
  const at = choices.findIndex(({ id }) => id === exit);
  const choice = choices[at];
  return choice === undefined ? exit : choiceName(choice, at);
}

/** A choice by its label, else by its value, else by its place. */
export function choiceName({ label, value }: Pick<PromptChoice, 'label' | 'value'>, at: number): string {
  return [label, value].find((text) => text.trim() !== '') ?? `Choice ${String(at + 1)}`;
}
