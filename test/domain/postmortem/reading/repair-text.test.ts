import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from '../../../../src/domain/postmortem/reading/repair-text.ts';
import { decodeWindows1252 } from '../../../../src/domain/postmortem/reading/windows-1252.ts';

/** Reads the bytes of UTF-8 as another encoding, as mail programs and spreadsheets do. */
const damages = {
  'Windows-1252': (text: string) => decodeWindows1252(new TextEncoder().encode(text)),
  'Latin-1': (text: string) => Buffer.from(text, 'utf8').toString('latin1'),
};

describe('repairText', () => {
  it.each([
    ['14:00 UTC â€“ 15:30 UTC', '14:00 UTC – 15:30 UTC'],
    ['applicationâ€™s', 'application’s'],
    ['â€œdownâ€\u009d', '“down”'],
    ['â€œdownâ€\ufffd, they said', '“down”, they said'],
    ['â€œdownâ€.', '“down”.'],
    ['cafÃ© in ZÃ¼rich', 'café in Zürich'],
    ['10Â km, 20Â\u00a0km', '10 km, 20\u00a0km'],
    ['ðŸ“Œ pinned', '📌 pinned'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['twice: cafÃƒÂ©', 'twice: café'],
  ])('makes of %j %j', (damaged, meant) => {
    expect(repairText(damaged)).toBe(meant);
  });

  it.each([
    'café – “down”',
    'LE CAFÉ”',
    '“café…”',
    'Ärger mit Ümläuten…',
    'Привет',
    '予約できない',
    'naïve — fiancée’s',
    'Â',
  ])('leaves %j as it is', (text) => {
    expect(repairText(text)).toBe(text);
  });

  it.each(Object.entries(damages))('mends what was read as %s, whatever was written', (_, damage) => {
    const words = ['a', 'b', ' ', '– ', '— ', '’s', '“a', '… ', 'é', '漢字', '📌', 'ñ', 'ü', '° ', '€ '];
    const written = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(written, (text) => {
        expect(repairText(damage(text))).toBe(text);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const letters = fc.array(fc.constantFrom(...'aÃÂâ€“™œ©ƒð¢Ÿ\u009d\u00a0 \ufffd'), { maxLength: 60 });
    fc.assert(
      fc.property(letters, (all) => {
        const repaired = repairText(all.join(''));
        expect(repairText(repaired)).toBe(repaired);
      }),
    );
  });
});
