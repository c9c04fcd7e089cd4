import type { WriteLinted } from './lint-format.ts';

/** Raised where a field is taken away or gets another meaning; docs/lint.md describes them. */
const FORMAT_VERSION = 1;

export const writeJson: WriteLinted = (linted, version) => {
  const files = linted.map(({ file, findings, understood, unread }) => ({
    file,
    findings: findings.map(({ rule, level, line, place, text, why, isForAuthor }) => ({
      rule,
      level,
      line,
      section: place.section,
      text,
      why,
      forAuthorOnly: isForAuthor,
    })),
    understood,
    notUnderstood: unread.map(({ line, text }) => ({ line, text })),
  }));
  return [JSON.stringify({ format: FORMAT_VERSION, faultline: version, files }, null, 2)];
};
