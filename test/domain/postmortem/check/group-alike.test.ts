import { expect, it } from 'vitest';
import { groupAlike } from '../../../../src/domain/postmortem/check/group-alike.ts';
import { aFinding } from '../../../support/stated-builder.ts';

it.each([
  ['“Add “quotes” to it”'],
  ['“Alert when “success < 95%” holds for 5 minutes and nobody has…”'],
  ['“Alert when “success < 95…”'],
])('says once what is said of %s and of another', (name) => {
  const says = 'is vague. Write, for example: “Alert when ___”.';
  const found = groupAlike([`“Test it” ${says}`, `${name} ${says}`].map((text) => aFinding({ text })));

  expect(found.map(({ text }) => text)).toEqual([`“Test it” and ${name}: each ${says}`]);
});
