import { z } from 'zod';
import { PolicyFile } from './policy-file.ts';

/** The keys that may stand at a place of the file. */
export function keysAt(path: readonly string[]): readonly string[] {
  const schema = path.reduce<unknown>(within, PolicyFile);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function within(schema: unknown, name: string): unknown {
  if (schema instanceof z.ZodObject) {
    return bare(schema.shape[name]);
  }
  if (schema instanceof z.ZodRecord) {
    return bare(schema.valueType);
  }
  return schema instanceof z.ZodArray ? bare(schema.element) : undefined;
}

/** What is written in the file, whatever is made of it. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}
