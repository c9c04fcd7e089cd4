/** How somebody writes a date in numbers. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** There people write both, whatever the standard of their country is. */
const MIXED = ['CA', 'ZA'];

/**
 * After the locale of somebody's client, `en-GB`; undefined where it does not tell. Who begins with the year may still
 * put the day before the month where no year is written.
 */
export function dateOrderOf(locale: string | undefined, has: { readonly year: boolean }): DateOrder | undefined {
  const known = locale === undefined ? undefined : knownLocale(locale);
  // English without a country is written in both ways.
  if (known === undefined || known.baseName === 'en' || MIXED.includes(known.region ?? '')) {
    return undefined;
  }
  const year = has.year ? ({ year: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(known, { calendar: 'gregory', month: 'numeric', day: 'numeric', ...year });
  const first = format.formatToParts(0).find(({ type }) => type !== 'literal')?.type;
  return first === 'day' || first === 'month' || first === 'year' ? `${first}-first` : undefined;
}

/** Whether a date is written with dots where somebody lives: `13.05.`. */
export function writesDots(locale: string | undefined): boolean {
  const known = locale === undefined ? undefined : knownLocale(locale);
  return (
    known !== undefined && new Intl.DateTimeFormat(known, { month: 'numeric', day: 'numeric' }).format(0).includes('.')
  );
}

/** As far as this runtime knows it: without a country that it has never heard of. */
function knownLocale(name: string): Intl.Locale | undefined {
  try {
    const [supported] = Intl.DateTimeFormat.supportedLocalesOf(name);
    return supported === undefined
      ? undefined
      : new Intl.Locale(new Intl.DateTimeFormat(supported).resolvedOptions().locale);
  } catch {
    return undefined;
  }
}
