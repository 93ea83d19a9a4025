import type { Chosen, Dialogue } from '../dialogue';
import type { Guides } from './guides';
import type { RequestReader } from '../intake/read-request';
import type { Needs } from './needs';
import type { Replies } from './replies';
import type { Reply } from '../reply';

export interface ShowChosenDependencies {
  readonly replies: Replies;
  readonly needs: Needs;
  readonly guides: Guides;
  readonly compare: (text: string, reply: Reply) => Reply;
  readonly requests: RequestReader;
}

/**
 * The reply that shows the content which something other than the search, such as a model, chose for a message. It's
 * made like any other: the rules decide the verdict and whether a request may start, and every word is the content's.
 */
export function createShowChosen({ replies, needs, guides, compare, requests }: ShowChosenDependencies) {
  const showNeed = async (id: string, text: string, dialogue: Dialogue): Promise<Reply | null> => {
    const need = needs.choose(id);
    if (need === null) return null;
    const { draft } = await requests.read(text, dialogue);
    return needs.reply(need, [], { ...draft, note: draft.note ?? dialogue.written ?? text });
  };

  const showOne = async (
    { id, asksVerdict }: Chosen['answers'][number],
    text: string,
    dialogue: Dialogue,
  ): Promise<Reply | null> => {
    const guide = guides.show({ id, answers: {} });
    if (guide !== null) return { kind: 'guide', topic: guide.topic, guide };
    const need = await showNeed(id, text, dialogue);
    if (need !== null) return need;
    const reply = replies.choose(id, text, asksVerdict);
    return reply === null ? null : compare(text, guides.follow(text, reply));
  };

  return async ({ answers, request }: Chosen, text: string, dialogue: Dialogue): Promise<Reply | null> => {
    if (request !== null) {
      const started = replies.startRequest();
      return started.kind === 'intake'
        ? { ...started, ...(await requests.read(text, dialogue, request)) }
        : null;
    }
    const [first, ...others] = answers;
    if (first === undefined) return replies.sayGap([]);
    if (others.length === 0) return showOne(first, text, dialogue);
    const statements = answers.flatMap(({ id }) => replies.state(id) ?? []);
    const [leading] = statements;
    if (leading === undefined || statements.length < answers.length) return null;
    return { kind: 'answer', topic: leading.topic, statements, next: [] };
  };
}
