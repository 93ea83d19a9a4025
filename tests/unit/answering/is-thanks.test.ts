import { expect, it } from '@jest/globals';
import { createThanksReader } from '../../../src/answering/intake/is-thanks';
import { content } from '../../support/shared';

const isThanks = createThanksReader(content);

it.each([
  'thanks a lot',
  'Super, danke dir',
  'merci beaucoup',
  'ok, gracias por la ayuda',
  'Obrigado!',
  'hartelijk bedankt',
])('%j is thanks', (text) => {
  expect(isThanks(text)).toBe(true);
});

it.each([
  '',
  'perfect',
  'alles klar',
  'thanks, but what about TPD?',
  'Danke Logistik GmbH',
  'thanks to Fabrikam',
])('%j is not, or not only', (text) => {
  expect(isThanks(text)).toBe(false);
});
