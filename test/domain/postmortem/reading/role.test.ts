import { expect, it } from 'vitest';
import { NARRATIVE_SECTIONS } from '../../../../src/domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../../../src/domain/postmortem/outline/section-titles.ts';
import { roleOfTitle } from '../../../../src/domain/postmortem/reading/role.ts';

it.each(NARRATIVE_SECTIONS)('knows what stands under the title of “%s”', (section) => {
  expect(roleOfTitle(NARRATIVE_TITLES[section])).toBe(section);
});
