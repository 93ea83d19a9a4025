/** That what was said before is known again, and that what is known is what would be found anew. */
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, remember } from '../../src/answering/dialogue';
import { readLabelledLines } from '../../src/cli/labelled-lines';
import { findProjectRoot } from '../../src/shared/project-root';
import { clock, content, createAnswerer, useUnderstanding } from '../support/understanding';

const file = path.join(findProjectRoot(), 'tests/eval/questions.jsonl');
const questions = readLabelledLines(file).map(({ text }) => text);
/** Of every kind, and what leans on what was said before it. */
const messages = [
  ...questions.filter((_question, at) => at % 12 === 0),
  ...[
    'and for the desk?',
    'who does it then?',
    'book that for Fabrikam',
    'does it cost anything?',
    'the second one',
  ],
  ...['whose contract?', 'is that so?', 'What should we do if we find a hole in it?'],
];

const warm = useUnderstanding();

describe('what was said before', () => {
  const after = async (first: string, then: string) => {
    const reply = await warm.answerer.understand(first, EMPTY_DIALOGUE);
    return warm.answerer.understand(then, remember(EMPTY_DIALOGUE, first, reply, 0));
  };

  it('is known again after something else, where it stands for itself', async () => {
    const then = 'What does the Technical Presales and Deployment team charge?';
    expect(await after('Does TPD come on site?', then)).toBe(await after('Is TPD remote?', then));
  });

  it('is read anew where it leans on that', async () => {
    const then = 'and for the desk?';
    const [site, charge] = [await after('Does TPD come on site?', then), await after('Is TPD free?', then)];
    expect(site.topic).not.toBe(charge.topic);
  });

  it('gives what would be found without a memory, whatever was said before', async () => {
    let seed = 7;
    const pick = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return messages[seed % messages.length] ?? '';
    };
    const given = new Set<unknown>();
    let known = 0;
    for (let round = 0; round < 60; round += 1) {
      let dialogue = EMPTY_DIALOGUE;
      for (let turn = 0; turn < 4; turn += 1) {
        const text = pick();
        const reply = await warm.answerer.understand(text, dialogue);
        const forgetful = createAnswerer({ content, search: warm.search, clock });
        const anew = await forgetful.understand(text, dialogue);
        expect({ text, dialogue, reply }).toEqual({ text, dialogue, reply: anew });
        if (given.has(reply)) known += 1;
        given.add(reply);
        dialogue = remember(dialogue, text, reply, turn);
      }
    }
    expect(known).toBeGreaterThan(60);
  });
});
