/** A cut name is another name. */
import { expect, it } from '@jest/globals';
import { isWholeName } from '../../../src/model/whole-name';

const surroundings = {
  isKnown: (word: string) => ['ADS', 'RFI', 'Fabric'].includes(word),
  isCommon: (word: string) => ['ask', 'the', 'city'].includes(word),
};

it.each([
  ['RFI of the City of Lyon about M365', 'City of Lyon', true],
  ['RFI of the City of Lyon about M365', 'City of', false],
  ['RFI of the City of Lyon about M365', 'of Lyon', false],
  ['RFI of the City of Lyon about M365', 'Lyon', false],
  ['RFI of the City of Lyon about M365', 'City', false],
  ['ADS Contoso Fabric', 'Contoso', true],
  ['Ask Contoso about it', 'Contoso', true],
  ["Contoso's tenant", 'Contoso', true],
  ['ADS for Contoso, Ltd. on AKS', 'Contoso', false],
  ['ADS for 7-Eleven', 'Eleven', false],
  ['ADS for Royal Hale Bank', 'Hale Bank', false],
  ['ADS for Hale & Whitby', 'Hale', false],
])('in %j, whether %j is whole is %j', (text, name, isWhole) => {
  expect(isWholeName(text, name, text.indexOf(name), surroundings)).toBe(isWhole);
});
