import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { fitsUtf8 } from './evaluation/utf8-length.ts';
import { lowerTemplate, type LoweredTemplate } from './evaluation/lower-template.ts';
import { templateLimits } from './evaluation/template-limits.ts';
import { parseTemplate } from './syntax/parse-template.ts';
import { scanPlainTemplate } from './syntax/scan-plain-template.ts';
import { TemplateStop, type TemplateProblem } from './template-problem.ts';

type Ready = Outcome<LoweredTemplate, TemplateProblem>;

/** Sources that were used last, the oldest first; a run renders the same few templates over and over. */
const ready = new Map<string, Ready>();
const keptTemplates = 500;
const keptUnits = 1024 * 1024;
let units = 0;

/** A template ready to render, or why it never can be; the same object for the same source while it is remembered. */
export function readyTemplate(source: string): Ready {
  const known = ready.get(source);
  if (known === undefined) return remember(source, makeReady(source));
  // A map keeps the order of insertion, so this makes it the youngest.
  ready.delete(source);
  ready.set(source, known);
  return known;
}

function makeReady(source: string): Ready {
  if (!fitsUtf8(source, templateLimits.sourceBytes)) {
    const detail = `it is larger than ${templateLimits.sourceBytes / 1024} kB`;
    return failed({ code: 'template-syntax', offset: 0, placeholders: { detail } });
  }
  try {
    return succeeded(lowerTemplate(scanPlainTemplate(source) ?? parseTemplate(source)));
  } catch (stop) {
    if (stop instanceof TemplateStop) return failed(stop.problem);
    throw stop;
  }
}

function remember(source: string, made: Ready): Ready {
  if (source.length > keptUnits) return made;
  ready.set(source, made);
  units += source.length;
  forgetOldest();
  return made;
}

function forgetOldest(): void {
  for (const source of ready.keys()) {
    if (ready.size <= keptTemplates && units <= keptUnits) return;
    ready.delete(source);
    units -= source.length;
  }
}
