import { describe, expect, it } from '@jest/globals';
import { findPerson, type FindPersonOptions } from '../../../src/directory/find-person';
import type { Person } from '../../../src/directory/organisation';
import { isSameName } from '../../../src/shared/names';
import { customerKey } from '../../../src/engagement/request';

function person(id: string, name: string): Person {
  return {
    ...{ id, name, mail: `${id}@contoso.com`, role: 'PDM', region: 'EMEA', solutionAreas: [] },
    ...{ hours: '09:00-17:00', timeZone: 'Europe/Berlin', backup: null, awayFrom: null, awayTo: null },
  };
}

const people = [
  person('jorg', 'Jörg Müller'),
  person('sean', 'Seán O’Brien'),
  person('aase', 'Åse Sørensen'),
  person('lukasz', 'Łukasz Groß'),
  person('jean', 'Jean-Luc Picard'),
  person('anna', 'Schmidt, Anna'),
];

function find(typed: string, options?: FindPersonOptions): string | readonly string[] {
  const found = findPerson(typed, people, options);
  if (found.outcome === 'several') return found.people.map(({ id }) => id);
  return found.outcome === 'found' ? found.person.id : 'nobody';
}

describe('a person is found by', () => {
  it.each([
    ['Jo\u0308rg Mu\u0308ller', 'jorg'],
    ['JÖRG MÜLLER', 'jorg'],
    ['Jorg Muller', 'jorg'],
    ['Joerg Mueller', 'jorg'],
    ['Joerg Muller', 'jorg'],
    ['Müller, Jörg', 'jorg'],
    ['Mueller, Joerg', 'jorg'],
    ['Jörg  Müller ', 'jorg'],
    ['Jörg\u200b Müller', 'jorg'],
    ['Jörg Müller (Contoso)', 'jorg'],
    ['JORG@contoso.com', 'jorg'],
    ['Jörg Müller <jorg@contoso.com>', 'jorg'],
    ["Sean O'Brien", 'sean'],
    ['Seán O`Brien', 'sean'],
    ['Sean OBrien', 'sean'],
    ['Aase Soerensen', 'aase'],
    ['Ase Sorensen', 'aase'],
    ['lukasz gross', 'lukasz'],
    ['Jean–Luc Picard', 'jean'],
    ['Anna Schmidt', 'anna'],
    ['Jörg', 'nobody'],
    ['Jörg Meier', 'nobody'],
    ['', 'nobody'],
  ])('%j: %s', (typed, id) => {
    expect(find(typed)).toBe(id);
  });

  it('a part of the name where that is enough', () => {
    const options = { byPartOfName: true };
    expect(['Jorg', 'Joerg', 'MÜLLER', 'Sean', 'brien'].map((typed) => find(typed, options))).toEqual([
      ...['jorg', 'jorg', 'jorg', 'sean'],
      'nobody',
    ]);
  });

  it('exact spelling before plain letters, and several are all named', () => {
    const two = [...people, person('plain', 'Jorg Muller')];
    const ids = (typed: string) => {
      const found = findPerson(typed, two);
      return found.outcome === 'several' ? found.people.map(({ id }) => id) : found;
    };
    expect(ids('Jorg Muller')).toMatchObject({ person: { id: 'plain' } });
    expect(ids('Jörg Müller')).toMatchObject({ person: { id: 'jorg' } });
    expect(ids('Joerg Mueller')).toMatchObject({ person: { id: 'jorg' } });
    expect(ids('Jorg Müller')).toEqual(['jorg', 'plain']);
  });
});

describe('two names are the same', () => {
  it.each([
    ['Café', 'Cafe\u0301'],
    ['O’Brien', "o'brien"],
    ['Straße', 'STRASSE'],
    ['PDM – EMEA', 'pdm - emea'],
    ['ＰＤＭ', 'PDM'],
  ])('%j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(customerKey(one)).toBe(customerKey(other));
  });

  it.each([
    ['Jörg', 'Jorg'],
    ['Contoso', 'Contoso Ltd'],
  ])('but not %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
