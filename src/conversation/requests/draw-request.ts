import { renderCard } from '../../../cards';
import type { RenderedCard } from '../../../cards/define-card';
import type { Words } from '../../../cards/words/languages';
import type { RequestView } from '../../engagement/reading/view';
import { handoffModel, requestModel, type CardContent } from './request-models';

/** One request in 1:1: the whole for its partner, their company and its owner, the queue's card for everyone else who may see it. */
export function drawRequest(request: RequestView, content: CardContent, words: Words): RenderedCard {
  return request.audience === 'requester' || request.audience === 'owner' || request.audience === 'company'
    ? renderCard('request', requestModel(request, content, words), words)
    : renderCard('handoff', handoffModel(request, content, words), words);
}
