import { describe, expect, it } from '@jest/globals';
import { createTaskReader } from '../../../src/answering/intake/ask-about-task';
import { content } from '../../support/shared';

const tasks = createTaskReader(content);

describe('the task in a request', () => {
  it.each([
    ['Please book TPD to review our code', 'review our code'],
    ['I want the desk to migrate the file servers', 'migrate the file servers'],
    ["I don't need advice, I want TPD to write the whole app", 'write the whole app'],
    ['Could you get us a hackathon', 'hackathon'],
    ['desk request: price list for the customer', 'price list for the customer'],
    ['TPD', ''],
  ])('of %j is %j', (request, task) => {
    expect(tasks.findTask(request)).toBe(task);
  });

  it('is asked of the programme as a question', () => {
    expect(tasks.ask('TPD', 'have TPD fix our server')).toBe('can TPD fix our server');
  });
});
