import { describe, expect, it } from 'vitest';
import { everyMessage, everyModal } from './every-view.ts';

const typed = 'Bookings & <!channel> fail *hard*';

describe('what the bot says', () => {
  it.each(Object.entries(everyMessage(typed)))('%s', (_, message) => {
    expect(message).toMatchSnapshot();
  });
});

describe('the forms it opens', () => {
  it.each(Object.entries(everyModal(typed)))('%s', (_, modal) => {
    expect(modal).toMatchSnapshot();
  });
});
