import { describe, expect, it } from 'vitest';
import { html } from '../../src/web/html.ts';

describe('html', () => {
  it('escapes what it is given, in text and in attributes', () => {
    expect(html`<p title="${'"x\' & <y>'}">${'</p><script>'}</p>`.toString()).toBe(
      '<p title="&quot;x&#39; &amp; &lt;y&gt;">&lt;/p&gt;&lt;script&gt;</p>',
    );
  });

  it('keeps markup that it made itself, alone and in lists', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);

    expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('leaves out what is undefined', () => {
    expect(html`a${undefined}b`.toString()).toBe('ab');
  });
});
