import type { TemplateField } from '../template-field.ts';
import type { FieldEncoder } from './field-encoder.ts';
import { headerEncoder } from './header-encoder.ts';
import { jsonEncoder } from './json-encoder.ts';
import { textEncoder } from './text-encoder.ts';
import { urlEncoder } from './url-encoder.ts';

/** The encoder for one rendering of a field. */
export function fieldEncoder(field: TemplateField): FieldEncoder {
  switch (field) {
    case 'text':
    case 'query':
      return textEncoder;
    case 'json':
      return jsonEncoder();
    case 'url':
      return urlEncoder('start');
    case 'path':
      return urlEncoder('path');
    case 'header':
      return headerEncoder;
  }
}
