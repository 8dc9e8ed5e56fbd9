import { z } from 'zod';

/**
 * A rule of the linter that is told no more of what has this in its file, a node or a document, and the reason of whoever
 * said so. What it finds is not gone: it is listed as silenced.
 */
export const silencedRuleSchema = z.strictObject({ rule: z.string().min(1), reason: z.string() });

export type SilencedRule = z.infer<typeof silencedRuleSchema>;

/** What can have rules silenced; absent where none is, so that files stay as they were. */
export interface Silencing {
  readonly silenced?: readonly SilencedRule[] | undefined;
}

/** Why a rule is silenced; `null` where it is not. */
export function silenceReason({ silenced }: Silencing, rule: string): string | null {
  return silenced?.find((each) => each.rule === rule)?.reason ?? null;
}

/** A node or document in which a rule is silenced. */
export function withSilence<Thing extends Silencing>(thing: Thing, rule: string, reason: string): Thing {
  const others = (thing.silenced ?? []).filter((each) => each.rule !== rule);
  return { ...thing, silenced: [...others, { rule, reason }] };
}

/** A node or document in which a rule is told again; without a word of silence where that was the last one. */
export function withoutSilence<Thing extends Silencing>(thing: Thing, rule: string): Thing {
  const others = (thing.silenced ?? []).filter((each) => each.rule !== rule);
  const { silenced: _, ...bare } = thing;
  return (others.length === 0 ? bare : { ...thing, silenced: others }) as Thing;
}
