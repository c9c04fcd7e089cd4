const PIECES = [
  /\\([!-/:-@[-`{-~])/u.source,
  /(`{1,8})(?!`)(.{1,1000}?)(?<!`)\2(?!`)/u.source,
  /!?\[((?:[^[\]\\]|\\.){0,1000})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"]{0,500}")?\)/u.source,
  /<(https?:\/\/[^\s<>]{1,2000})>/u.source,
  /\[\^[^\]\s]{1,30}\]:?/u.source,
  /<br\s*\/?>/u.source,
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?>/u.source,
  /&(lt|gt|amp|quot|nbsp|#\d{1,7});/u.source,
  /(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}]))/u.source,
].join('|');

const INLINE = new RegExp(PIECES, 'giu');
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/** A line of Markdown without its marks, as one reads it. */
export function plainText(line: string): string {
  return line.replace(
    INLINE,
    (
      all: string,
      escaped?: string,
      _fence?: string,
      code?: string,
      label?: string,
      address?: string,
      entity?: string,
    ) => {
      if (label !== undefined) {
        return all.startsWith('!') ? '' : plainText(label);
      }
      return escaped ?? code?.trim() ?? address ?? (/^<br/iu.test(all) ? ' ' : characterOf(entity));
    },
  );
}

function characterOf(entity: string | undefined): string {
  const code = entity?.startsWith('#') ? Number(entity.slice(1)) : undefined;
  if (code !== undefined) {
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return ENTITIES[entity ?? ''] ?? '';
}

/** Whether a line links to something, or is a link. */
export function hasLink(line: string): boolean {
  return /\bhttps?:\/\/\S/iu.test(line);
}
