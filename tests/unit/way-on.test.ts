import { describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { createStatements } from '../../src/answering/statements';
import { offerLists, offerRequest } from '../../src/conversation/way-on';
import { loadContent } from '../../src/knowledge/load-content';
import { CONTENT } from '../support/desk';

const content = loadContent({ dir: CONTENT });
const statements = createStatements(content);
const read = (id: string) => statements.find(id)!;
const related = [{ title: 'Related', text: 'Something related' }];

describe('an answer', () => {
  it('about a service offers to request it, before all else', () => {
    const [first, second] = offerRequest(read('desk-design-session'), related, content, languages.en);
    expect(first).toEqual({
      title: 'Request an engagement',
      text: 'request Architecture Design Session',
    });
    expect(second).toEqual(related[0]);
  });

  it('whose door takes requests offers one after what else may be asked', () => {
    const titles = offerRequest(read('desk-overview'), related, content, languages.en).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(['Related', 'Request an engagement']);
  });

  it.each(['tpd-overview', 'msrc-report', 'faq-ea-asfp'])('of another door offers none: %s', (id) => {
    expect(offerRequest(read(id), related, content, languages.en)).toEqual(related);
  });
});

describe('a verdict that is no yes', () => {
  it('offers the lists that it went by', () => {
    const [list] = offerLists(read('desk-break-fix'), [], content, languages.en);
    expect(list?.text).toBe("What is and isn't Architecture Desk?");
  });
});
