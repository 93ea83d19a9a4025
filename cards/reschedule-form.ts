import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { DateFormModel } from './elements/date-form';
import { dateForm, drawDateForm } from './elements/date-form';
import { longestForm, sampleForm } from './elements/samples';

/** The owner moves the agreed date. */
export const rescheduleForm = defineCard({
  name: 'reschedule-form',
  actions: { submit: z.object(dateForm) },
  samples: {
    first: { ...sampleForm, agreedFor: '2026-12-09', earliest: '2026-11-24' },
    longest: { ...longestForm, agreedFor: '2026-12-09', earliest: '2026-11-24' },
  },
  render: (model: DateFormModel, words) =>
    drawDateForm(
      model,
      { verb: 'reschedule-form.submit', typed: words.verbs.reschedule, says: words.rescheduleForm },
      words,
    ),
});
