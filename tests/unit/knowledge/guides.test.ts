import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, type Dialogue, type OpenGuide } from '../../../src/answering/dialogue';
import { createGuides } from '../../../src/answering/replying/guides';
import { ContentError } from '../../../src/knowledge/model/content-error';
import { followExample } from '../../../src/knowledge/guides/check-guide';
import { decide, findRow, listCases } from '../../../src/knowledge/guides/decide';
import type { AuthoredGuide } from '../../../src/knowledge/guides/guide';
import { createAnswersReader } from '../../../src/knowledge/guides/read-answers';
import { findContentDir, loadContent } from '../../../src/knowledge/load/load-content';
import { content } from '../../support/shared';

const guide = content.guides.find(({ id }) => id === 'whose-contract')!;
const authored = guide as unknown as AuthoredGuide;

describe.each(content.guides.map((one) => [one.id, one] as const))('the guide %s', (_, one) => {
  it.each(one.rows.map((row) => [row.id, row] as const))('leads the example of %s there', (id, row) => {
    expect(followExample(one as unknown as AuthoredGuide, row.example).row?.id).toBe(id);
  });

  it('leads every case to a result, and asks nothing that could not change it', () => {
    for (const all of listCases(one)) {
      const result = findRow(one.rows, all);
      expect(result).toBeDefined();
      let answers = {};
      let asked = 0;
      for (;;) {
        const next = decide(one, answers)!;
        if ('row' in next) {
          expect(next.row.id).toBe(result!.id);
          break;
        }
        const reachable = new Set(listCases(one, answers).map((other) => findRow(one.rows, other)));
        expect(reachable.size).toBeGreaterThan(1);
        answers = { ...answers, [next.step.id]: all[next.step.id] };
        asked += 1;
      }
      expect(asked).toBeLessThanOrEqual(one.steps.length);
    }
  });
});

describe('whose contract', () => {
  const ask = (answers: Record<string, string>): string => {
    const next = decide(guide, answers)!;
    return 'row' in next ? `-> ${next.row.id}` : next.step.id;
  };

  it('asks for the plan first and does not ask a partner with ASfP for the customer’s plan', () => {
    expect(ask({})).toBe('plan');
    expect(ask({ plan: 'asfp' })).toBe('agreement');
    expect(ask({ plan: 'asfp', agreement: 'ea' })).toBe('where');
    expect(ask({ plan: 'asfp', where: 'on-premises' })).toBe('-> asfp-on-premises');
    expect(ask({ plan: 'asfp', agreement: 'ea', where: 'cloud' })).toBe('-> asfp-ea');
  });

  it('asks for the kind of reseller only where a customer bought through CSP', () => {
    expect(ask({ plan: 'psfp', agreement: 'ea' })).toBe('-> psfp-ea');
    expect(ask({ plan: 'asfp', agreement: 'csp', where: 'cloud' })).toBe('reseller');
  });

  it('keeps public facts out of the answers', () => {
    const own = guide.rows.flatMap((row) => [row.title, row.answer, ...Object.values(row.points)]).join(' ');
    expect(own).not.toMatch(/GDAP|Access ID|fee|indirect provider|first line|Admin agent|90 days/i);
  });
});

describe('what a message says of a case', () => {
  const reader = createAnswersReader(authored);
  it.each([
    ['EA customer, we have ASfP, Azure VM down', { plan: 'asfp', agreement: 'ea', where: 'cloud' }],
    ['customer has Unified and we have PSfP', { plan: 'psfp', 'customer-plan': 'own' }],
    ['they are not on an EA, they bought CSP', { agreement: 'csp' }],
    ['we have no ASfP', {}],
    ['ASfP or PSfP?', {}],
    ['no support plan here', { plan: 'none' }],
    ['our premier support for partners, on-prem', { plan: 'psfp', where: 'on-premises' }],
    ['Azure and on prem', {}],
    ['each idea', {}],
  ])('%s', (text, expected) => {
    expect(reader.read(text)).toEqual(expected);
  });

  it.each([
    ['premier', 'plan', { plan: 'psfp' }],
    ['premier', 'customer-plan', { 'customer-plan': 'own' }],
    ['I think it’s CSP', 'agreement', { agreement: 'csp' }],
    ['not sure', 'agreement', { agreement: 'unknown' }],
    ["I don't know", 'plan', { plan: 'unknown' }],
    ['on prem, and we have PSfP', 'where', { plan: 'psfp', where: 'on-premises' }],
    ['what is PSfP?', 'plan', null],
    ['CSP or EA?', 'agreement', null],
    ['please book an architecture design session for our EA customer Contoso', 'agreement', null],
    ['bananas', 'plan', null],
  ])('"%s" as an answer to %s', (text, step, expected) => {
    expect(reader.readReply(text, step)).toEqual(expected);
  });
});

describe('a guide in a conversation', () => {
  const guides = createGuides(content);
  const at = (open: OpenGuide | null, turns: Dialogue['turns'] = []): Dialogue => ({
    ...EMPTY_DIALOGUE,
    guide: open,
    turns,
  });
  const open = { id: guide.id, answers: { plan: 'asfp', agreement: 'ea' } };

  it('goes back one answer, starts again, and closes for what it is not asked', () => {
    expect(guides.read('back', at(open))?.answers).toEqual({ plan: 'asfp' });
    expect(guides.read('Start again!', at(open))?.answers).toEqual({});
    expect(guides.read('back', at(null))).toBeNull();
    expect(guides.read('What is TPD?', at(open))).toBeNull();
  });

  it('opens by name, and takes the case from the question that offered it', () => {
    const asked = { text: 'EA customer, we have ASfP', topic: 'faq-ea-asfp', answerTitle: null, atMs: 0 };
    expect(guides.read('Whose contract for this case?', at(null, [asked]))?.answers).toEqual({
      plan: 'asfp',
      agreement: 'ea',
    });
    const other = { ...asked, topic: 'tpd-overview' };
    expect(guides.read('Whose contract for this case?', at(null, [other]))?.answers).toEqual({});
  });

  it('drops what its content does not know', () => {
    expect(guides.show({ id: 'gone', answers: {} })).toBeNull();
    const forged = { plan: 'asfp', agreement: '<at>all</at>', __proto__x: 'y' };
    expect(guides.show({ id: guide.id, answers: forged })?.answers).toEqual({ plan: 'asfp' });
  });
});

describe('a table that is wrong', () => {
  const yaml = readFileSync(path.join(findContentDir(), 'guides/whose-contract.yaml'), 'utf8');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'guides-'));
    mkdirSync(path.join(folder, 'guides'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const lineOf = (text: string, changed: string): number =>
    changed.slice(0, changed.indexOf(text)).split('\n').length;

  it.each([
    [
      'with a gap',
      [/ {2}- id: no-contract[\s\S]*$/, ''],
      'rows:',
      /^no row matches plan: none, agreement: csp, customer-plan: none, .* \(and \d+ more\)$/,
    ],
    [
      'with a row that earlier ones take everything from',
      ['when: { plan: asfp, where: on-premises }', 'when: { plan: asfp }'],
      '- id: asfp-ea\n',
      /^"asfp-ea" is never reached/,
    ],
    [
      'with an example that leads elsewhere',
      ['EA customer, we have ASfP, Azure VM down', 'EA customer, we have PSfP'],
      'example: ["EA customer, we have PSfP"]',
      /^example: leads to "psfp-ea", not to "asfp-ea"$/,
    ],
    [
      'with an example that stops half-way',
      ['"PSfP, CSP customer", "on prem"', '"PSfP, CSP customer"'],
      'example: ["PSfP, CSP customer"]',
      /^example: stops at agreement: csp, plan: psfp|^example: stops at plan: psfp, agreement: csp/,
    ],
    [
      'with an option that no step has',
      ['when: { plan: psfp, agreement: ea }', 'when: { plan: psfp, agreement: eu }'],
      'when: { plan: psfp, agreement: eu }',
      /^when: step "agreement" has no option "eu"$/,
    ],
    [
      'with a step that does not exist',
      ['when: { customer-plan: own }', 'when: { their-plan: own }'],
      'when: { their-plan: own }',
      /^when: the step "their-plan" doesn't exist$/,
    ],
    [
      'with one phrase for two answers',
      ['short: [advanced]', 'short: [advanced, MPN]'],
      'short: [membership, MPN, included]',
      /^short: "MPN" already belongs to another answer$/,
    ],
    [
      'with a door that does not exist',
      ['door: pdm-pts\n    example: ["just MPN"', 'door: nowhere\n    example: ["just MPN"'],
      'door: nowhere',
      /^door: "nowhere" doesn't exist$/,
    ],
    [
      'offered by an answer that does not exist',
      ['offeredBy: [faq-ea-asfp,', 'offeredBy: [faq-gone,'],
      'offeredBy:',
      /^offeredBy: "faq-gone" doesn't exist$/,
    ],
  ] as const)('%s is refused at its line', (_, [from, to], place, message) => {
    const changed = yaml.replace(from, to);
    expect(changed).not.toBe(yaml);
    writeFileSync(path.join(folder, 'guides/whose-contract.yaml'), changed);
    let problems: ContentError['problems'] = [];
    try {
      loadContent({ dir: findContentDir(), overlayDir: folder });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      ({ problems } = error);
    }
    const found = problems.filter((problem) => message.test(problem.message));
    expect(found).toContainEqual({
      message: expect.stringMatching(message),
      file: path.join(folder, 'guides/whose-contract.yaml'),
      line: lineOf(place, changed),
    });
  });

  it('asks no step whose answer changes nothing', () => {
    const idle = yaml.replace(
      'rows:\n',
      '  - { id: mood, name: Mood, question: How are you?, options: [{ id: good, title: Good }, { id: bad, title: Bad }] }\nrows:\n',
    );
    writeFileSync(path.join(folder, 'guides/whose-contract.yaml'), idle);
    expect(() => loadContent({ dir: findContentDir(), overlayDir: folder })).toThrow(
      '"mood" is never asked: its answer never changes the result',
    );
  });
});
